/** Who calls, and what the caller may call: everything is denied unless an endpoint is granted. */
@NullMarked
package io.tongban.platform.security;

import org.jspecify.annotations.NullMarked;
