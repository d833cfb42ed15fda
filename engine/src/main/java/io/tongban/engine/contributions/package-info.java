/** The months and the current run that counting rules make of a contribution record. */
@NullMarked
package io.tongban.engine.contributions;

import org.jspecify.annotations.NullMarked;
