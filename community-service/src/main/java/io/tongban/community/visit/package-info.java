/** The truth about visits: tickets, visits, the visit pass, and what was checked. */
@ApplicationModule(allowedDependencies = {"division", "window", "window::hours", "openwindow"})
@NullMarked
package io.tongban.community.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
