/** Contribution records of the bureaux, read at the source. */
@NullMarked
package io.tongban.insurance;

import org.jspecify.annotations.NullMarked;
