/** One look at all criteria for one person, with the source read at that moment. */
@NullMarked
package io.tongban.permit.casefile.look;

import org.jspecify.annotations.NullMarked;
