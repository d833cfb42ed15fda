/** Proof that a clerk acts during an open visit at a window that takes the item. */
@NullMarked
package io.tongban.permit.casefile.visitpass;

import org.jspecify.annotations.NullMarked;
