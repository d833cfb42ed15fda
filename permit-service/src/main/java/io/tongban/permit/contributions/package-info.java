/**
 * Contribution records as insurance-adapter cleaned them, and the months and the current run that a standard's counting
 * rules make of them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
