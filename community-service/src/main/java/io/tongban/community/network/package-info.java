/** The network: service centres and windows, with their opening hours. */
@ApplicationModule(allowedDependencies = {"division"})
@NullMarked
package io.tongban.community.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
