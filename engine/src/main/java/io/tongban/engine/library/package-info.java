/** The published standards: read from documents, laid on their layers, checked, and kept by version. */
@NullMarked
package io.tongban.engine.library;

import org.jspecify.annotations.NullMarked;
