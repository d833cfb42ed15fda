/** Well-known programs that measurements are held beside, started here and ended here. */
@NullMarked
package io.tongban.bench.reference;

import org.jspecify.annotations.NullMarked;
