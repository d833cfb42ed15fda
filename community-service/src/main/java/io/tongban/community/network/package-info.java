/** The network: service centres, windows, and which window is open when. */
@ApplicationModule(allowedDependencies = {"division"})
@NullMarked
package io.tongban.community.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
