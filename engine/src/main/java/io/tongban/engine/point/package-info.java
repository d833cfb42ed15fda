/** What is open of a case: points, which of them ask the applicant for something, and what persons set on criteria and points. */
@NullMarked
package io.tongban.engine.point;

import org.jspecify.annotations.NullMarked;
