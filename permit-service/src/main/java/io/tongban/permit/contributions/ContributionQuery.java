package io.tongban.permit.contributions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.CoveredMonths;
import io.tongban.form.PlainName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about one person, and for whom.
 *
 * @param purpose why, as it goes on record at the source
 * @param firstMonth the first month that is asked for
 * @param caseId the case it is asked for; null when there is none yet
 * @param actor the human who asks, or the service that asks by itself
 */
public record ContributionQuery(
        Identity identity,
        List<String> areas,
        List<String> kinds,
        YearMonth firstMonth,
        String purpose,
        @JsonProperty("case") @Nullable String caseId,
        String actor) {

    public ContributionQuery {
        areas = List.copyOf(areas);
        kinds = List.copyOf(kinds);
    }

    /**
     * Whether a record answers the whole question as of a day, and no other: each area and kind in each month asked for, none of them
     * silent, and no area, kind or earlier month besides. From a record that says more another assessment would come, and another digest
     * of the same facts.
     */
    public boolean isAnsweredBy(ContributionRecord record, LocalDate day) {
        if (!record.asOf().equals(day) || saysMore(record)) {
            return false;
        }
        CoveredMonths covered = new CoveredMonths(record);
        YearMonth last = YearMonth.from(day);
        for (String area : areas) {
            for (String kind : kinds) {
                for (YearMonth month = firstMonth; !month.isAfter(last); month = month.plusMonths(1)) {
                    CoverageState state = covered.state(area, kind, month);
                    if (state == null || state == CoverageState.SILENT) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean saysMore(ContributionRecord record) {
        return record.coverage().stream()
                .anyMatch(span -> !areas.contains(span.area())
                        || !kinds.contains(span.kind())
                        || (span.firstMonth() != null && span.firstMonth().isBefore(firstMonth)));
    }

    /** Whose record it is, by the name in the one form that bureaux are asked with. */
    public record Identity(String idNumber, String name) {

        public Identity {
            name = PlainName.of(name).text();
        }

        @Override
        public String toString() {
            return "Identity[hidden]";
        }
    }
}
