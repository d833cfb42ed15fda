/** The language of conditions: typed, checked and compiled when a standard is loaded. */
@NullMarked
package io.tongban.engine.expression;

import org.jspecify.annotations.NullMarked;
