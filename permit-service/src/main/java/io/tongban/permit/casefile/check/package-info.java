/** One look at all criteria for one person, with the source read at that moment. */
@NullMarked
package io.tongban.permit.casefile.check;

import org.jspecify.annotations.NullMarked;
