package io.tongban.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.library.StandardsLibrary;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTests {

    private static final StandardsLibrary LIBRARY = StandardsLibrary.in(Path.of("..", "standards"));
    private static final WorkingCalendar CALENDAR = LIBRARY.calendar();

    @ParameterizedTest
    @CsvSource({
        "2017-05-08, 2017-05-23", // a Tuesday
        "2017-05-12, 2017-05-27", // a Saturday on which people work for 端午
        "2017-05-13, 2017-05-31", // 28 to 30 May are 端午
        "2017-04-14, 2017-05-02", // 29 April to 1 May are rest days
        "2017-09-16, 2017-10-09" // 1 to 8 October
    })
    void decisionIsDueFifteenDaysAfterAcceptanceOnAWorkingDay(LocalDate acceptedOn, LocalDate dueOn) {
        Limit decision = LIBRARY.standards().version("residence-permit", "R1").decisionLimit();

        assertThat(decision.dueOn(acceptedOn, CALENDAR)).isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({"2017-05-08, 2017-05-15", "2017-05-24, 2017-06-01"})
    void reviewIsAnsweredWithinFiveWorkingDays(LocalDate from, LocalDate dueOn) {
        Limit review = LIBRARY.standards().version("residence-permit", "R1").limit("review");

        assertThat(review.unit()).isEqualTo(Limit.DayUnit.WORKING_DAY);
        assertThat(review.dueOn(from, CALENDAR)).isEqualTo(dueOn);
    }

    @Test
    void saysWhereTheCalendarEnds() {
        assertThat(CALENDAR.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(CALENDAR.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
    }
}
