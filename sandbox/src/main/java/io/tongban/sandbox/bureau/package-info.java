/** A stand-in for two social-insurance bureaux that answers like the query of 2017. */
@NullMarked
package io.tongban.sandbox.bureau;

import org.jspecify.annotations.NullMarked;
