/** How fast assessments are, beside the same policy in KIE DMN. */
@NullMarked
package io.tongban.permit.bench;

import org.jspecify.annotations.NullMarked;
