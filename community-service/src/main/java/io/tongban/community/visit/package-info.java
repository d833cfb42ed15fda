/** The truth about visits: who was served where, the visit pass, what was checked and what was not. */
@ApplicationModule(allowedDependencies = {"division", "window", "window::hours", "openwindow", "ticket"})
@NullMarked
package io.tongban.community.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
