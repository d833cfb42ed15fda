/** A module that may depend on nothing. */
@ApplicationModule(allowedDependencies = {})
package io.tongban.insurance.offender.back;

import org.springframework.modulith.ApplicationModule;
