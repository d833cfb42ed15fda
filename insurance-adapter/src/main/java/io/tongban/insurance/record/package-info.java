/** What a bureau's rows mean once they are clean: pure, and without any policy. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.insurance.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
