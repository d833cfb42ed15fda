/** A module that may depend on nothing. */
@ApplicationModule(allowedDependencies = {})
package io.tongban.offender.insurance.back;

import org.springframework.modulith.ApplicationModule;
