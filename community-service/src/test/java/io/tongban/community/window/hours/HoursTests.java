package io.tongban.community.window.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a window is open, at the borders. */
class HoursTests {

    private static final Hours LUNCH_CLOSING =
            new Hours(List.of(period("13:30", "17:00"), period("08:30", "11:30")), List.of());
    private static final Hours LUNCH_COVER = new Hours(List.of(period("08:30", "17:00")), List.of());
    private static final Hours WITH_WEEKEND =
            new Hours(List.of(period("08:30", "17:00")), List.of(period("09:00", "16:00")));

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T08:29, ",
        "2017-05-08T08:30, 2017-05-08T11:30",
        "2017-05-08T11:29:59, 2017-05-08T11:30",
        "2017-05-08T11:30, ",
        "2017-05-08T13:29, ",
        "2017-05-08T13:30, 2017-05-08T17:00",
        "2017-05-08T17:00, ",
        "2017-05-07T10:00, ",
        "2017-05-01T10:00, ",
        "2017-04-01T10:00, 2017-04-01T11:30"
    })
    void closesForLunchOnWorkingDays(LocalDateTime moment, @Nullable LocalDateTime closes) throws IOException {
        assertThat(LUNCH_CLOSING
                        .closesAfter(moment, WorkingCalendarTests.china())
                        .orElse(null))
                .isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T08:29, 30, false",
        "2017-05-08T08:30, 30, true",
        "2017-05-08T11:00, 30, true",
        "2017-05-08T11:00:01, 30, false",
        "2017-05-08T11:15, 30, false",
        "2017-05-08T11:15, 150, false",
        "2017-05-08T16:30, 30, true",
        "2017-05-08T16:30, 31, false",
        "2017-05-08T17:00, 30, false",
        "2017-05-08T23:45, 30, false",
        "2017-05-08T16:30, 1440, false",
        "2017-05-07T10:00, 30, false",
        "2017-05-01T10:00, 30, false"
    })
    void isOpenThroughoutOnlyWithoutABreak(LocalDateTime moment, int minutes, boolean open) throws IOException {
        assertThat(LUNCH_CLOSING.isOpenThroughout(moment, Duration.ofMinutes(minutes), WorkingCalendarTests.china()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T12:00, 2017-05-08T17:00",
        "2017-05-06T10:00, 2017-05-06T16:00",
        "2017-05-06T08:59, ",
        "2017-04-02T10:00, ",
        "2017-04-01T16:30, 2017-04-01T17:00"
    })
    void isOpenAtWeekendsButNotOnHolidays(LocalDateTime moment, @Nullable LocalDateTime closes) throws IOException {
        assertThat(WITH_WEEKEND
                        .closesAfter(moment, WorkingCalendarTests.china())
                        .orElse(null))
                .isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T11:30, 2017-05-08T13:30",
        "2017-05-08T11:29, 2017-05-08T13:30",
        "2017-05-08T17:00, 2017-05-09T08:30",
        "2017-05-05T17:00, 2017-05-08T08:30",
        "2017-09-30T17:00, 2017-10-09T08:30"
    })
    void opensNextAfterLunchWeekendsAndHolidays(LocalDateTime moment, LocalDateTime opens) throws IOException {
        assertThat(LUNCH_CLOSING.opensAfter(moment, WorkingCalendarTests.china()))
                .contains(opens);
    }

    @Test
    void aWindowWithoutPeriodsNeverOpens() throws IOException {
        assertThat(new Hours(List.of(), List.of())
                        .opensAfter(LocalDateTime.parse("2017-05-08T09:00"), WorkingCalendarTests.china()))
                .isEmpty();
    }

    @Test
    void saysWhetherLunchIsCovered() {
        assertThat(LUNCH_CLOSING.lunch()).isEqualTo(Lunch.CLOSED);
        assertThat(LUNCH_COVER.lunch()).isEqualTo(Lunch.COVERED);
        assertThat(new Hours(List.of(period("08:30", "13:29")), List.of()).lunch())
                .isEqualTo(Lunch.CLOSED);
    }

    @Test
    void refusesPeriodsThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hours(List.of(period("08:30", "12:00"), period("11:59", "17:00")), List.of()));
        assertThat(new Hours(List.of(period("08:30", "12:00"), period("12:00", "17:00")), List.of()).workingDays())
                .hasSize(2);
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> period("12:00", "12:00"));
    }

    private static OpeningPeriod period(String opens, String closes) {
        return new OpeningPeriod(LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
