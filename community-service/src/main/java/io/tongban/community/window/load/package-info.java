/** The migrations that load the city's divisions and windows from files. */
@NullMarked
package io.tongban.community.window.load;

import org.jspecify.annotations.NullMarked;
