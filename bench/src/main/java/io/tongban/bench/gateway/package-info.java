/** The gateway alone in front of nginx: what it costs, and what a flood in one lane costs the others. */
@NullMarked
package io.tongban.bench.gateway;

import org.jspecify.annotations.NullMarked;
