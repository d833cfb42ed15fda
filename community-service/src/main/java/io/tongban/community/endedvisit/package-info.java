/** Tells permit-service which visits have ended, so that their passes end too. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.community.endedvisit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
