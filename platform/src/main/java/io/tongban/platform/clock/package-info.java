/** The two clocks: the business clock, which only a sandbox can set, and the system clock, which is always real. */
@NullMarked
package io.tongban.platform.clock;

import org.jspecify.annotations.NullMarked;
