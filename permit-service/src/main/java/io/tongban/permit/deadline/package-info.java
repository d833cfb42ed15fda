/**
 * The clocks of a case, which start, rest and end, computed from days; and the work that comes due by itself: declared by a
 * feature, run here on the system clock, on one replica at a time.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tongban.permit.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
