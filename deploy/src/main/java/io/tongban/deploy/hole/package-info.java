/** Known holes: whether anything that is delivered, or that the build runs, is a version of which a weakness is publicly known. */
@NullMarked
package io.tongban.deploy.hole;

import org.jspecify.annotations.NullMarked;
