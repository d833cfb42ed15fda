/** The life of a case, from first contact to the decision. */
@ApplicationModule(allowedDependencies = {"contributions", "deadline", "law"})
@NullMarked
package io.tongban.permit.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
