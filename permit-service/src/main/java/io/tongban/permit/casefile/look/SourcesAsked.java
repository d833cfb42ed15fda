package io.tongban.permit.casefile.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the record of a look was read.
 *
 * @param readAt when, on the business clock; null where no more is kept than the day
 * @param notAll whether a source was not asked, for want of a place or because it had just failed, so that asking again soon may help
 */
public record SourcesAsked(@Nullable Instant readAt, boolean notAll) {}
