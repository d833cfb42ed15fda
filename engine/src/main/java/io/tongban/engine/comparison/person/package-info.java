/** A generated, bounded domain of facts: persons at the borders of one or two versions of a standard, simplest first. */
@NullMarked
package io.tongban.engine.comparison.person;

import org.jspecify.annotations.NullMarked;
