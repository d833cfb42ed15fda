/** The half hours of windows that applicants book, and what becomes of them. */
@ApplicationModule(allowedDependencies = {"window", "window::hours", "openwindow", "ticket", "permitservice"})
@NullMarked
package io.tongban.community.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
