package io.tongban.community.window.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The working days as the State Council's notices set them. */
class WorkingCalendarTests {

    static WorkingCalendar china() throws IOException {
        try (Reader source = new InputStreamReader(
                WorkingCalendarTests.class.getResourceAsStream("/network/workday-exceptions.csv"),
                StandardCharsets.UTF_8)) {
            return WorkingCalendar.read(source);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-04-06, WORKING_DAY, an ordinary Thursday",
        "2017-04-01, WORKING_DAY, a make-up Saturday",
        "2017-04-02, HOLIDAY, a Sunday within 清明",
        "2017-04-03, HOLIDAY, a Monday within 清明",
        "2017-04-08, WEEKEND, an ordinary Saturday",
        "2017-05-27, WORKING_DAY, the make-up Saturday before 端午",
        "2017-10-04, HOLIDAY, 中秋 within the national holiday",
        "2017-10-09, WORKING_DAY, the Monday after it",
        "2040-01-01, WEEKEND, beyond the list: only the week is known"
    })
    void knowsTheDay(LocalDate day, DayKind kind, String why) throws IOException {
        assertThat(china().kindOf(day)).as(why).isEqualTo(kind);
    }

    @Test
    void knowsWhereItEnds() throws IOException {
        assertThat(china().lastYear()).isEqualTo(2026);
    }

    @Test
    void refusesAKindOfDayThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.read(new StringReader("date,kind,name\n2017-01-01,halfday,元旦\n")))
                .withMessageContaining("halfday");
    }

    @Test
    void refusesAnotherFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.read(new StringReader("code,name\n")))
                .withMessageContaining("code,name");
    }
}
