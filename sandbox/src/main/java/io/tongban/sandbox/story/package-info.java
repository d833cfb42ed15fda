/** The story of 2017, told again over HTTP through the gateway. */
@NullMarked
package io.tongban.sandbox.story;

import org.jspecify.annotations.NullMarked;
