/** The one door: lanes per tier, limits, routes. */
@NullMarked
package io.tongban.gateway;

import org.jspecify.annotations.NullMarked;
