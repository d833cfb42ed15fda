/** The tickets that are taken for a window and a day, the line that they stand in, and how each ends. */
@ApplicationModule(allowedDependencies = {"window", "window::hours", "finding", "trip"})
@NullMarked
package io.tongban.community.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
