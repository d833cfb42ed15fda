/** POSTs that create once, however often they are sent. */
@NullMarked
package io.tongban.platform.idempotency;

import org.jspecify.annotations.NullMarked;
