/** One form only for each piece of JSON (RFC 8785), so that equal facts have equal bytes and one digest. */
@NullMarked
package io.tongban.engine.canonical;

import org.jspecify.annotations.NullMarked;
