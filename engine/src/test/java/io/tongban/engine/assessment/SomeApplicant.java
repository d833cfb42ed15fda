package io.tongban.engine.assessment;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.papers.Paper;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented applicant who meets everything but what their contribution record and papers say. */
final class SomeApplicant {

    private SomeApplicant() {}

    /** Registered for two years; {@code papers} as in {@link Facts}. */
    static Facts with(LocalDate appliedOn, @Nullable List<Paper> papers, ContributionRecord record) {
        return new Facts(
                appliedOn,
                Identity.of(IdentityNumber.of("339999199001010013")),
                new Residence(appliedOn.minusYears(2), false),
                Map.of(),
                papers,
                record);
    }
}
