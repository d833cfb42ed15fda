/** The bureaux as sources: each is asked over its own connection, and what it did not say is said. */
@ApplicationModule(allowedDependencies = {"page", "record"})
@NullMarked
package io.tongban.insurance.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
