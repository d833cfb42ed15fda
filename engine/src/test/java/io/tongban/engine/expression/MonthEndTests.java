package io.tongban.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthEndTests {

    @ParameterizedTest
    @CsvSource({
        "2017-01-31,   1, 2017-02-28, 2017-03-01",
        "2016-01-31,   1, 2016-02-29, 2016-03-01",
        "2017-01-29,   1, 2017-02-28, 2017-03-01",
        "2016-01-29,   1, 2016-02-29, 2016-02-29",
        "2016-02-29,  12, 2017-02-28, 2017-03-01",
        "2016-02-29,  48, 2020-02-29, 2020-02-29",
        "2017-03-31,   1, 2017-04-30, 2017-05-01",
        "2017-11-30,   3, 2018-02-28, 2018-03-01",
        "2017-04-30,   1, 2017-05-30, 2017-05-30",
        "2017-03-31,  -1, 2017-02-28, 2017-03-01",
        "2017-01-31,   0, 2017-01-31, 2017-01-31"
    })
    void differsOnlyWhereThereIsNoCorrespondingDay(LocalDate from, long months, LocalDate lastDay, LocalDate dayAfter) {
        assertThat(MonthEnd.LAST_DAY.plusMonths(from, months)).isEqualTo(lastDay);
        assertThat(MonthEnd.DAY_AFTER.plusMonths(from, months)).isEqualTo(dayAfter);
    }
}
