/** Whom an applicant lets ask about them: given, asked under, withdrawn. */
@NullMarked
package io.tongban.permit.casefile.consent;

import org.jspecify.annotations.NullMarked;
