/** The command line: one class for each command, and what all of them have in common. */
@NullMarked
package io.tongban.engine.command;

import org.jspecify.annotations.NullMarked;
