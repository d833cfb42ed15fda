/** The launcher of the whole network on one machine. */
@NullMarked
package io.tongban.sandbox;

import org.jspecify.annotations.NullMarked;
