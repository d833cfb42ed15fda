/** What in a standard has no effect or no footing, found in what is written and among the persons of a bounded domain. */
@NullMarked
package io.tongban.engine.comparison.lint;

import org.jspecify.annotations.NullMarked;
