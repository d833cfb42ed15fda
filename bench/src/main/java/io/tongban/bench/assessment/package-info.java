/** How fast assessments are, beside the same policy in KIE DMN and the same conditions in cel-java. */
@NullMarked
package io.tongban.bench.assessment;

import org.jspecify.annotations.NullMarked;
