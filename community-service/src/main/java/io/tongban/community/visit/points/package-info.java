/** What a visit was to check, and what it found: pure. */
@NullMarked
package io.tongban.community.visit.points;

import org.jspecify.annotations.NullMarked;
