/** A decided case decided again, from its export alone. */
@NullMarked
package io.tongban.engine.replay;

import org.jspecify.annotations.NullMarked;
