/** Case suites: facts in, expected assessment out, run through the code that decides real cases and without a server. */
@ApplicationModule(allowedDependencies = {"cli", "document", "standard", "contributions", "assessment"})
@NullMarked
package io.tongban.permit.suite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
