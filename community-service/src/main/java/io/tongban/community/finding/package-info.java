/** What is found at windows by itself, for the authority and the host of the window: instances; a room that sees one adds it. */
@ApplicationModule(allowedDependencies = {"division", "window"})
@NullMarked
package io.tongban.community.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
