/** What the service does with cases on its day, without being asked: looks at sources again, verifies ledgers. */
@NullMarked
package io.tongban.permit.casefile.due;

import org.jspecify.annotations.NullMarked;
