/** The life of a case, from first contact to the decision. */
@ApplicationModule(
        allowedDependencies = {"standard", "contributions", "assessment", "deadline", "canonical", "document", "cli"})
@NullMarked
package io.tongban.permit.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
