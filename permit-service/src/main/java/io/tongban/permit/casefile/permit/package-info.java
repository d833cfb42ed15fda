/** The permit after the grant: its yearly endorsement, and what follows when it is not endorsed. */
@NullMarked
package io.tongban.permit.casefile.permit;

import org.jspecify.annotations.NullMarked;
