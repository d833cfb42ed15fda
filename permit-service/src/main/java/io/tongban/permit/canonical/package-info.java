/** One form only for each piece of JSON (RFC 8785), so that equal facts have equal bytes and one digest. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
