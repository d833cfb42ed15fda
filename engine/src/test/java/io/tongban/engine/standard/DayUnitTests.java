package io.tongban.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Limit.DayUnit;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over 端午 of 2017: 27 May is a working Saturday, 28 to 30 May are a holiday. */
class DayUnitTests {

    private static final WorkingCalendar CALENDAR =
            StandardsLibrary.in(Path.of("..", "standards")).calendar();

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAY, 2017-05-26, 2, 2017-05-28",
        "WORKING_DAY, 2017-05-26, 2, 2017-05-31",
        "WORKING_DAY, 2017-05-31, 0, 2017-05-31"
    })
    void countsForwardsAndBack(DayUnit unit, LocalDate day, int count, LocalDate later) {
        assertThat(unit.plus(day, count, CALENDAR)).isEqualTo(later);
        assertThat(unit.minus(later, count, CALENDAR)).isEqualTo(day);
    }

    @Test
    void reachesAWorkingDayFromARestDay() {
        assertThat(DayUnit.WORKING_DAY.plus(LocalDate.of(2017, 5, 29), 1, CALENDAR))
                .isEqualTo("2017-05-31");
        assertThat(DayUnit.WORKING_DAY.minus(LocalDate.of(2017, 5, 29), 1, CALENDAR))
                .isEqualTo("2017-05-27");
    }

    @ParameterizedTest
    @CsvSource({"2017-05-27, true", "2017-05-28, false", "2017-05-31, true"})
    void countsTheDaysOfItsUnit(LocalDate day, boolean working) {
        assertThat(DayUnit.WORKING_DAY.counts(day, CALENDAR)).isEqualTo(working);
        assertThat(DayUnit.CALENDAR_DAY.counts(day, CALENDAR)).isTrue();
    }
}
