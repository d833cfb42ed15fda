/**
 * All criteria of a route, evaluated at once: a pure function of standard and facts, without clock, window, tier or clerk.
 *
 * <p>Others use the bean {@code Assessor}: {@code question} says what to ask the sources, {@code assess} answers. A record
 * that could not be read is {@code ContributionRecord.unavailable(day)}.
 */
@ApplicationModule(allowedDependencies = {"standard", "contributions", "canonical"})
@NullMarked
package io.tongban.permit.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
