/** The visit pass: the signed, short-lived proof that a clerk serves a visit at a window. */
@ApplicationModule(allowedDependencies = {"division", "window"})
@NullMarked
package io.tongban.community.visitpass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
