/** Whole cases through the gateway, beside the same statements in pgbench. */
@NullMarked
package io.tongban.bench.lifecycle;

import org.jspecify.annotations.NullMarked;
