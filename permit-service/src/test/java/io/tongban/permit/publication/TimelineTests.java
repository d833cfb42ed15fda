package io.tongban.permit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.publication.Timeline.Gap;
import io.tongban.permit.publication.Timeline.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTests {

    @Test
    void aVersionWithoutAnEndEndsOnTheDayBeforeTheNext() {
        Timeline timeline = Timeline.of(List.of(version("R2", "2018-07-01", null), version("R1", "2016-07-01", null)));

        assertThat(timeline.periods())
                .containsExactly(
                        new Period("R1", day("2016-07-01"), day("2018-06-30")),
                        new Period("R2", day("2018-07-01"), null));
        assertThat(timeline.gaps()).isEmpty();
    }

    @Test
    void aVersionThatWasReplacedDoesNotComeBackAfterItsSuccessor() {
        Timeline timeline =
                Timeline.of(List.of(version("R1", "2016-07-01", null), version("R2", "2018-07-01", "2018-12-31")));

        assertThat(timeline.period("R1")).contains(new Period("R1", day("2016-07-01"), day("2018-06-30")));
        assertThat(timeline.gaps()).containsExactly(new Gap(day("2019-01-01"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-07-01,           ,           ",
        "2018-07-02, 2018-07-01, 2018-07-01",
        "2019-01-01, 2018-07-01, 2018-12-31"
    })
    void namesTheDaysOfAGap(String next, @Nullable String first, @Nullable String last) {
        Timeline timeline = Timeline.of(List.of(version("R1", "2016-07-01", "2018-06-30"), version("R2", next, null)));

        assertThat(timeline.gaps())
                .isEqualTo(first == null || last == null ? List.of() : List.of(new Gap(day(first), day(last))));
    }

    @Test
    void aLayerThatIsNeverInForceAloneHasNoPartInIt() {
        PublishedVersion base = new PublishedVersion(
                "card", "Z1", "zhejiang", false, day("2010-01-01"), null, "", null, null, "library", day("2016-01-01"));

        assertThat(Timeline.of(List.of(base)).periods()).isEmpty();
    }

    /** Published: R1 from 2017-01-01 to 2017-12-31, R2 from 2018-07-01 without an end. */
    @ParameterizedTest
    @CsvSource({
        "2016-01-01, 2016-12-31,   ",
        "2016-01-01, 2017-01-01, R1",
        "2016-01-01,           ,   ",
        "2017-01-01,           , R1",
        "2017-12-31,           , R1",
        "2018-01-01,           ,   ",
        "2018-01-01, 2018-06-30,   ",
        "2018-01-01, 2018-07-01, R2",
        "2018-07-01,           , R2",
        "2018-07-02,           ,   ",
        "2018-07-02, 2018-08-01,   "
    })
    void findsThePeriodThatIsTaken(String from, @Nullable String until, @Nullable String taken) {
        List<PublishedVersion> published =
                List.of(version("R1", "2017-01-01", "2017-12-31"), version("R2", "2018-07-01", null));

        assertThat(Timeline.taken(published, version("R3", from, until))
                        .map(PublishedVersion::version)
                        .orElse(null))
                .isEqualTo(taken);
    }

    private static PublishedVersion version(String version, String from, @Nullable String until) {
        return new PublishedVersion(
                "card",
                version,
                "hangzhou",
                true,
                day(from),
                until == null ? null : day(until),
                "",
                "sha256:0",
                null,
                "library",
                day("2016-01-01"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
