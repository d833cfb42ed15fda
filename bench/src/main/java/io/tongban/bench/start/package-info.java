/** How long the network takes to be ready, and what it weighs then. */
@NullMarked
package io.tongban.bench.start;

import org.jspecify.annotations.NullMarked;
