package io.tongban.permit.casefile.notice;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a look was made from beside the facts of the case.
 *
 * @param standard the one that counted
 * @param record null: no source was asked
 */
public record LookBasis(
        Standard standard, String route, @Nullable ContributionRecord record, LocalDate appliedOn) {}
