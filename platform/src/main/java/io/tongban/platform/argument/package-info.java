/** What the methods of controllers take as arguments. */
@NullMarked
package io.tongban.platform.argument;

import org.jspecify.annotations.NullMarked;
