package io.tongban.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.picture.Assessed.Month;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthStripTests {

    @Test
    void showsUnclearAndUnreadMonthsInMarksAndWords() {
        List<String> lines = new MonthStrip(Ink.PLAIN)
                .lines(List.of(
                        new Month(YearMonth.of(2016, 1), "PAID", false),
                        new Month(YearMonth.of(2016, 2), "UNCLEAR", false),
                        new Month(YearMonth.of(2016, 3), "MISSING", true),
                        new Month(YearMonth.of(2016, 4), "ARREARS", true),
                        new Month(YearMonth.of(2016, 5), "MISSING", false)));

        assertThat(lines)
                .containsExactly(
                        "      01 02 03 04 05 06 07 08 09 10 11 12",
                        "2016  ## %% -- -- ..",
                        "      ## PAID 到账   %% UNCLEAR 不明   .. MISSING 无计入   -- UNREAD 未读全");
    }
}
