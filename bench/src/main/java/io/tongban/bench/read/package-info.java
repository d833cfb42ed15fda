/** Reads through the gateway, beside nginx serving the same bytes. */
@NullMarked
package io.tongban.bench.read;

import org.jspecify.annotations.NullMarked;
