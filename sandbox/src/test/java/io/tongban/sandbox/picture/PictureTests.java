package io.tongban.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PictureTests {

    private final Picture picture = new Picture(Ink.PLAIN);

    @Test
    void drawsEveryCriterionWithItsFiguresTheDatesAndTheMonths() throws IOException {
        assertThat(String.join("\n", picture.answer(firstTrip())).stripIndent()).isEqualTo("""
                           Tongban     PROVISIONAL  收件: received on record, settles by itself; nobody comes again
                                       identity 身份               MET
                                       contributions 社会保险缴费  PENDING    counted 11, months 12
                                         2017-03 已申报未到账。
                                         2017-03 is declared and not yet posted.
                           ready       2017-04-15   (11 months counted, pending 2017-03)
                           lapses      lease on 2017-05-09
                           months            01 02 03 04 05 06 07 08 09 10 11 12
                                       2015                                   >>
                                       2016  ..
                                       2017  ## !! ~~ ..
                                             ## PAID 到账   ~~ PENDING 未到账   !! ARREARS 欠费   >> TRANSFERRED 转入
                                             .. MISSING 无计入""");
    }

    @Test
    void putsWhatWasToldInTheSameColumns() {
        assertThat(picture.told("\"Come back.\"", "One point named."))
                .containsExactly("   2017        \"Come back.\"", "               One point named.");
    }

    @Test
    void rulesAreAsWideAsThePage() {
        assertThat(picture.title("1", "钱江苑社区")).allMatch(line -> line.isEmpty() || DisplayWidth.of(line) == 100);
    }

    @Test
    void alignsColumnsOfChineseAndEnglish() {
        assertThat(picture.table(List.of(List.of("市", "a"), List.of("city", "b"))))
                .containsExactly("   市    a", "   city  b");
    }

    @Test
    void coloursDoNotMoveColumns() throws IOException {
        List<String> plain = picture.answer(firstTrip());
        List<String> coloured = new Picture(Ink.COLOURED).answer(firstTrip());

        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\d*m", "").stripTrailing()))
                .containsExactlyElementsOf(plain);
    }

    @Test
    void marksAStateItDoesNotKnow() {
        assertThat(MonthMark.of("SOMETHING_NEW")).isEqualTo(MonthMark.UNKNOWN);
    }

    private static Assessed firstTrip() throws IOException {
        try (InputStream json = PictureTests.class.getResourceAsStream("/picture/first-trip.json")) {
            return JsonMapper.shared().readValue(json, Assessed.class);
        }
    }
}
