/** The life of a version of a standard: drafted, tried, approved by a second person, published, in force on every replica. */
@ApplicationModule(allowedDependencies = {"law"})
@NullMarked
package io.tongban.permit.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
