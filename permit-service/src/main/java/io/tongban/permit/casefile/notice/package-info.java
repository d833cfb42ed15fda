/** The complete list of open points that an applicant is given, once. */
@NullMarked
package io.tongban.permit.casefile.notice;

import org.jspecify.annotations.NullMarked;
