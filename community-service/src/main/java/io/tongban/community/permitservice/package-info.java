/** What this service tells permit-service and asks of it: which visits have ended, how standards name their criteria. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.community.permitservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
