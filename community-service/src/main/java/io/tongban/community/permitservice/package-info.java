/** What this service tells permit-service and asks of it: ended visits, the criteria of standards, the ready dates of cases. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.community.permitservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
