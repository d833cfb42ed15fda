/** Checks what the services keep without the services. */
@NullMarked
package io.tongban.engine.verify;

import org.jspecify.annotations.NullMarked;
