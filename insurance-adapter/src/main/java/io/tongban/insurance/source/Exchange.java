package io.tongban.insurance.source;

import io.tongban.insurance.record.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to a source and what came back, failed ones included.
 *
 * @param status the HTTP status; null when none came
 * @param answer what came, in whole or in part; null when nothing came
 * @param silence why this exchange gave no answer; null when it gave one
 */
public record Exchange(
        String source,
        Kind kind,
        int year,
        int page,
        Instant askedAt,
        Instant endedAt,
        @Nullable Integer status,
        @Nullable RawAnswer answer,
        @Nullable SilenceCause silence) {}
