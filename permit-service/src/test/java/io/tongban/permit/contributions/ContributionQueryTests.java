package io.tongban.permit.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionQueryTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);
    private static final YearMonth FIRST = YearMonth.of(2014, 6);
    private static final ContributionQuery QUERY = new ContributionQuery(
            new ContributionQuery.Identity("330104199001010000", "甲"),
            List.of("330102", "330104"),
            List.of("11"),
            FIRST,
            "residence-permit",
            null,
            "clerk-1");

    @Test
    void isAnsweredByARecordOfTheSameAreasKindsAndMonths() {
        assertThat(answeredBy(span("330102", "11", FIRST), span("330104", "11", FIRST)))
                .isTrue();
    }

    @Test
    void isNotAnsweredByARecordThatSaysLess() {
        assertThat(answeredBy(span("330102", "11", FIRST))).isFalse();
        assertThat(answeredBy(span("330102", "11", FIRST), span("330104", "11", FIRST.plusMonths(1))))
                .isFalse();
    }

    @Test
    void isNotAnsweredByARecordThatSaysMore() {
        assertThat(answeredBy(span("330102", "11", FIRST), span("330104", "11", FIRST), span("330106", "11", FIRST)))
                .as("another area")
                .isFalse();
        assertThat(answeredBy(span("330102", "11", FIRST), span("330104", "11", FIRST), span("330104", "31", FIRST)))
                .as("another kind")
                .isFalse();
        assertThat(answeredBy(span("330102", "11", FIRST), span("330104", "11", FIRST.minusMonths(2))))
                .as("earlier months")
                .isFalse();
    }

    private static boolean answeredBy(Coverage... coverage) {
        return QUERY.isAnsweredBy(new ContributionRecord(TODAY, List.of(coverage), List.of(), 0), TODAY);
    }

    private static Coverage span(String area, String kind, YearMonth first) {
        return new Coverage(area, kind, first, YearMonth.of(2017, 12), CoverageState.ANSWERED);
    }
}
