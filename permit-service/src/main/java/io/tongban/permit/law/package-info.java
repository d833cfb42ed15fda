/** The texts of law that the standards cite, opened at the address that answers give. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
