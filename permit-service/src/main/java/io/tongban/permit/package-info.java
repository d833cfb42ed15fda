/** Standards, assessments, cases and decisions. */
@NullMarked
package io.tongban.permit;

import org.jspecify.annotations.NullMarked;
