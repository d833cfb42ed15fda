/** How a command line speaks: its help, one line for what cannot be used, its exit codes. */
@NullMarked
package io.tongban.platform.cli;

import org.jspecify.annotations.NullMarked;
