/** What the offender reaches for. */
@NullMarked
package io.tongban.permit.offender.casefile;

import org.jspecify.annotations.NullMarked;
