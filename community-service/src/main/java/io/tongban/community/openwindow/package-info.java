/** Which windows take a service item and are open at a moment. */
@ApplicationModule(allowedDependencies = {"division", "window", "window::hours"})
@NullMarked
package io.tongban.community.openwindow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
