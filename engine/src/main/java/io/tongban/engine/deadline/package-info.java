/** How long work that may be long is let go on. */
@NullMarked
package io.tongban.engine.deadline;

import org.jspecify.annotations.NullMarked;
