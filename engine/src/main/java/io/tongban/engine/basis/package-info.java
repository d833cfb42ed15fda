/** Where a value of a standard comes from: its layer and its law. */
@NullMarked
package io.tongban.engine.basis;

import org.jspecify.annotations.NullMarked;
