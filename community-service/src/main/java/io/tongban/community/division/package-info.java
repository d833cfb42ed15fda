/** The divisions of the four tiers, as the official list has them on a day, and who administers which. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.community.division;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
