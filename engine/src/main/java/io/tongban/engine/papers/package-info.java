/** What was brought, against what a criterion asks for: papers, chains of contracts, and what will lapse. */
@NullMarked
package io.tongban.engine.papers;

import org.jspecify.annotations.NullMarked;
