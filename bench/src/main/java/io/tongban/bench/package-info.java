/** {@code bench/run NAME}: measurements, each beside its reference in the same run. */
@NullMarked
package io.tongban.bench;

import org.jspecify.annotations.NullMarked;
