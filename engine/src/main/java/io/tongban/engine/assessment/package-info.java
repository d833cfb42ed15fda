/** All criteria of a route, evaluated at once: a pure function of standard and facts, without clock, window, tier or clerk. */
@NullMarked
package io.tongban.engine.assessment;

import org.jspecify.annotations.NullMarked;
