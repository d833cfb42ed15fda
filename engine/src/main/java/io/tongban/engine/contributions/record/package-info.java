/** Contribution records as their sources answered and signed them: rows, and of which spans all rows are there. */
@NullMarked
package io.tongban.engine.contributions.record;

import org.jspecify.annotations.NullMarked;
