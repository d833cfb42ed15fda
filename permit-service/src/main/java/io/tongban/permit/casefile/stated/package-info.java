/** Facts as clerks and applicants state them over HTTP. */
@NullMarked
package io.tongban.permit.casefile.stated;

import org.jspecify.annotations.NullMarked;
