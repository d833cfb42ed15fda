/** Is looked up to by what it stands on. */
@NullMarked
package io.tongban.crossed.visit;

import org.jspecify.annotations.NullMarked;
