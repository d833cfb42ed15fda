/** Whom an applicant lets ask about them: given, asked under, withdrawn. */
@NamedInterface("consent")
@NullMarked
package io.tongban.permit.casefile.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
