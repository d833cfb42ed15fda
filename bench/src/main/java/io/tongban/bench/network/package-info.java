/** The whole network at the scale of a city, its callers, and what it uses. */
@NullMarked
package io.tongban.bench.network;

import org.jspecify.annotations.NullMarked;
