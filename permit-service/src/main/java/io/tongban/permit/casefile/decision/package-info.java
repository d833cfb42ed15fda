/** Acts of the authority: a case is decided, reopened, or its acceptance is revoked. */
@NullMarked
package io.tongban.permit.casefile.decision;

import org.jspecify.annotations.NullMarked;
