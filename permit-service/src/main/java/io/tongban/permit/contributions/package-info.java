/** Asks insurance-adapter for contribution records: token, signature, guards. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
