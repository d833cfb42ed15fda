/**
 * What an editor of standards wants to see before anything is in force: how two versions differ and for whom, and what in
 * one version has no effect or no footing.
 *
 * <p>Others use the commands {@code diff} and {@code lint}; all that they find is sought among the persons of a bounded
 * domain, and the bound is said.
 */
@ApplicationModule(allowedDependencies = {"canonical", "cli", "document", "standard", "contributions", "assessment"})
@NullMarked
package io.tongban.permit.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
