/** What happened to all cases, in the order in which it is handed out: to other services, and to the rooms here that follow it. */
@ApplicationModule(allowedDependencies = {"casefile :: consent", "casefile :: ledger", "deadline"})
@NullMarked
package io.tongban.permit.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
