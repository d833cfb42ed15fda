/** How fast assessments are, beside the same policy in KIE DMN. */
@NullMarked
package io.tongban.bench;

import org.jspecify.annotations.NullMarked;
