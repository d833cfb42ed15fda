/**
 * What the published standards say: routes, criteria, papers, settings, time limits, legal basis and texts.
 *
 * <p>Others use the beans {@code Standards} and {@code WorkingCalendar}; the folder they are read from is {@code
 * tongban.standards.location}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "document"})
@NullMarked
package io.tongban.permit.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
