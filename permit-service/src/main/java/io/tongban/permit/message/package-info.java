/** What applicants are told of their cases, made from what happened to them. */
@ApplicationModule(allowedDependencies = {"casefile :: contact", "casefile :: ledger", "event"})
@NullMarked
package io.tongban.permit.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
