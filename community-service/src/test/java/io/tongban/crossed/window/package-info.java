/** Looks up, which its declaration forbids. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.crossed.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
