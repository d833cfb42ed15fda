/** What the service does with cases on its day, without being asked: verifies their ledgers. */
@NullMarked
package io.tongban.permit.casefile.due;

import org.jspecify.annotations.NullMarked;
