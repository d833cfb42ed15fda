/** Brings a database to what the code needs, as its owner and in a start of its own; the running service only looks. */
@NullMarked
package io.tongban.platform.migration;

import org.jspecify.annotations.NullMarked;
