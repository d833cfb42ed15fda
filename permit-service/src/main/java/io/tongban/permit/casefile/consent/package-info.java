/** Whom an applicant lets ask about them, or be told of their cases: given, used, withdrawn. */
@NamedInterface("consent")
@NullMarked
package io.tongban.permit.casefile.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
