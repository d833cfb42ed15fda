/** Which body decides: the county police of the registered residence, dated and with successors. */
@NullMarked
package io.tongban.permit.casefile.authority;

import org.jspecify.annotations.NullMarked;
