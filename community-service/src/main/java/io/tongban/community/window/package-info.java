/** Service centres and windows: what they are, when they open, and who adds and changes them. */
@ApplicationModule(allowedDependencies = {"division"})
@NullMarked
package io.tongban.community.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
