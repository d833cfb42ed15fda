package io.tongban.permit.casefile.look;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a source is read.
 *
 * @param caseRef null when no case is opened
 * @param actor subject of the human, or the service itself
 */
public record RequestedBy(@Nullable String caseRef, String actor) {}
