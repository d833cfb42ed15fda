/** How often a person had to come before the result, and what each trip after the first was needed for: pure. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.community.trip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
