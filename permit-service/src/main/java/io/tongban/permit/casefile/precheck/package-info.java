/** An assessment that opens no case; who asked for it stays on record. */
@NullMarked
package io.tongban.permit.casefile.precheck;

import org.jspecify.annotations.NullMarked;
