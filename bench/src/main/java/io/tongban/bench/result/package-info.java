/** What a measurement came to, as a table on the screen and a page in bench/results. */
@NullMarked
package io.tongban.bench.result;

import org.jspecify.annotations.NullMarked;
