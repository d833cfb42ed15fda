/** The truth about visits: who was served where, what was checked and what was not. */
@ApplicationModule(
        allowedDependencies = {
            "division",
            "window",
            "window::hours",
            "openwindow",
            "ticket",
            "visitpass",
            "permitservice",
            "finding",
            "trip"
        })
@NullMarked
package io.tongban.community.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
