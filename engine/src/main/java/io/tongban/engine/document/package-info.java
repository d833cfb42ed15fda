/** YAML documents in which every value knows its file and line, so that a mistake can be shown where it is. */
@NullMarked
package io.tongban.engine.document;

import org.jspecify.annotations.NullMarked;
