/** Acts at a window and of the applicant: a case is opened, papers come, it is accepted, something is said on record. */
@NullMarked
package io.tongban.permit.casefile.reception;

import org.jspecify.annotations.NullMarked;
