/** The tokens with which a service calls another in its own name. */
@NullMarked
package io.tongban.platform.servicetoken;

import org.jspecify.annotations.NullMarked;
