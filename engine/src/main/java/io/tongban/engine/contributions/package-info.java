/** Contribution records as their source signed them, and the months and the current run that counting rules make of them. */
@NullMarked
package io.tongban.engine.contributions;

import org.jspecify.annotations.NullMarked;
