/** The same cases in databases that have grown, which a bulk writer fills. */
@NullMarked
package io.tongban.bench.growth;

import org.jspecify.annotations.NullMarked;
