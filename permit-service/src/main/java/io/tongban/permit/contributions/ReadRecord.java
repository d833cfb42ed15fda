package io.tongban.permit.contributions;

import io.tongban.engine.contributions.record.SourcedRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record and when it was read at the sources.
 *
 * @param readAt on the business clock; null where no more is kept than the day
 */
public record ReadRecord(SourcedRecord sourced, @Nullable Instant readAt) {}
