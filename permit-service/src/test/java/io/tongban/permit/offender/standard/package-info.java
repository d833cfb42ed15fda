/** Must not know the case file, and does. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.offender.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
