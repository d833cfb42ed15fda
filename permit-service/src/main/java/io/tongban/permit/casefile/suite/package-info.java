/** Case suites whose rules are in several rooms, run without the service. */
@NullMarked
package io.tongban.permit.casefile.suite;

import org.jspecify.annotations.NullMarked;
