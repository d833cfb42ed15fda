/** The network of windows, and the truth about visits. */
@NullMarked
package io.tongban.community;

import org.jspecify.annotations.NullMarked;
