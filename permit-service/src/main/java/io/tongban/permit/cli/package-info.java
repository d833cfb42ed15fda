/** What the subcommands of {@code standards} have in common: where the standards lie, how they end, how they speak. */
@ApplicationModule(allowedDependencies = {"document", "standard"})
@NullMarked
package io.tongban.permit.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
