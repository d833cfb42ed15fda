/** Which body decides: the body of the kind that the standard names, by the registered residence, dated and with successors. */
@NullMarked
package io.tongban.permit.casefile.authority;

import org.jspecify.annotations.NullMarked;
