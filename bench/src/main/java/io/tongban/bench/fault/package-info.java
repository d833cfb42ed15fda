/** What is done to a running network, and what that does to the work that was acknowledged. */
@NullMarked
package io.tongban.bench.fault;

import org.jspecify.annotations.NullMarked;
