/** The tickets that are taken for a window and a day. */
@ApplicationModule(allowedDependencies = {"window", "window::hours"})
@NullMarked
package io.tongban.community.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
