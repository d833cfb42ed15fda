/** The command line as a whole; the rooms below are the rules. */
@NullMarked
package io.tongban.engine;

import org.jspecify.annotations.NullMarked;
