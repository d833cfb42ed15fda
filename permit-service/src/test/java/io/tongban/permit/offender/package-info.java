/** Modules that break a declared direction, so that the check can be seen to find it. */
@NullMarked
package io.tongban.permit.offender;

import org.jspecify.annotations.NullMarked;
