/** What the story looks like in a terminal: widths, colours, strips of months. */
@NullMarked
package io.tongban.sandbox.picture;

import org.jspecify.annotations.NullMarked;
