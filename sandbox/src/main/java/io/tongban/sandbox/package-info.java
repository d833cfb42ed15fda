/** The whole network on one machine, and the story of 2017. */
@NullMarked
package io.tongban.sandbox;

import org.jspecify.annotations.NullMarked;
