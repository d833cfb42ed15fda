/** How two versions of a standard differ: what was written otherwise, and a person for whom it matters. */
@NullMarked
package io.tongban.engine.comparison.diff;

import org.jspecify.annotations.NullMarked;
