/** The one form of identity numbers, names and unit codes, which offices and people write in many. */
@NullMarked
package io.tongban.form;

import org.jspecify.annotations.NullMarked;
