/** The query as other services make it: asked, cleaned, put on record, answered. */
@ApplicationModule(allowedDependencies = {"record", "source", "evidence"})
@NullMarked
package io.tongban.insurance.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
