/** What was asked and what was answered: encrypted, signed, and never changed again. */
@ApplicationModule(allowedDependencies = {"record", "source"})
@NullMarked
package io.tongban.insurance.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
