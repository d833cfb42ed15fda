/** Versions and layers of an item, found and set beside each other. */
@NullMarked
package io.tongban.engine.comparison;

import org.jspecify.annotations.NullMarked;
