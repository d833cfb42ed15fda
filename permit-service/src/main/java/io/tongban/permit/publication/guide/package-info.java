/** The guide of each published standard, over HTTP. */
@NullMarked
package io.tongban.permit.publication.guide;

import org.jspecify.annotations.NullMarked;
