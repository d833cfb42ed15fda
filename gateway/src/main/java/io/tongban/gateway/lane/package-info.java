/** The lanes: who goes through which, and how much each lets through at a time. */
@NullMarked
package io.tongban.gateway.lane;

import org.jspecify.annotations.NullMarked;
