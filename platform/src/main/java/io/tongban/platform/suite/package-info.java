/** Case suites of a service: cases as data, run through the service's own rules without the service. */
@NullMarked
package io.tongban.platform.suite;

import org.jspecify.annotations.NullMarked;
