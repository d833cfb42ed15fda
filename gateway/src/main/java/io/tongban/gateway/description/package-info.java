/** The description of the whole API: read from the services, put together, and shown as a page. */
@NullMarked
package io.tongban.gateway.description;

import org.jspecify.annotations.NullMarked;
