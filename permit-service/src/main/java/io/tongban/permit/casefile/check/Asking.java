package io.tongban.permit.casefile.check;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a source is read.
 *
 * @param caseRef null when no case is opened
 * @param actor subject of the human, or the service itself
 */
public record Asking(@Nullable String caseRef, String actor) {}
