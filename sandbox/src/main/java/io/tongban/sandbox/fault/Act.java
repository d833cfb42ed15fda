package io.tongban.sandbox.fault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that a caller was told had been done.
 *
 * @param visit in which it was done; null for a reviewer's
 * @param caseId null for the beginning and the end of a visit
 */
record Act(Step step, @Nullable UUID visit, @Nullable UUID caseId) {}
