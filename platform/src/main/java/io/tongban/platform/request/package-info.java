/** How requests are read: strictly, and with all that does not fit said at once and placed where the caller wrote it. */
@NullMarked
package io.tongban.platform.request;

import org.jspecify.annotations.NullMarked;
