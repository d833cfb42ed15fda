/** Work that many workers do at the same time, and how long each step of it took. */
@NullMarked
package io.tongban.bench.load;

import org.jspecify.annotations.NullMarked;
