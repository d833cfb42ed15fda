/** Errors on the wire: RFC 9457 problem details, in two languages, from one catalogue. */
@NullMarked
package io.tongban.platform.problem;

import org.jspecify.annotations.NullMarked;
