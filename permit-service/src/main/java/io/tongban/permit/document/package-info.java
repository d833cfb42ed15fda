/** YAML documents in which every value knows its file and line, so that a mistake can be shown where it is. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
