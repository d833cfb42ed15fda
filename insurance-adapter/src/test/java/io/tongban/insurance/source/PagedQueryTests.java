package io.tongban.insurance.source;

import static io.tongban.insurance.page.BureauHtml.months;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.insurance.page.BureauHtml;
import io.tongban.insurance.page.BureauPage;
import io.tongban.insurance.page.BureauPageParser;
import io.tongban.insurance.page.UnreadablePage;
import io.tongban.insurance.record.Kind;
import io.tongban.insurance.record.RowCleaner;
import io.tongban.insurance.record.SpecialUnits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagedQueryTests {

    private static final RowCleaner CLEANER =
            new RowCleaner(new SpecialUnits(Set.of(), Set.of(), Set.of(), Set.of()), false);

    private final List<Map<String, String>> first = months(2016, 1, 10);
    private final List<Map<String, String>> second = months(2016, 11, 12);

    @Test
    void readsAllPages() {
        YearReading reading = read(page(2, 12, first), page(2, 12, second));

        assertThat(reading).isInstanceOf(YearReading.Answered.class);
        assertThat(reading.rows()).hasSize(12);
    }

    @Test
    void takesNoRowsForAnAnswer() {
        assertThat(read(page(1, 0))).isEqualTo(new YearReading.Answered(List.of()));
    }

    @Test
    void handsTheBureausWordOnThatThePersonIsUnknown() {
        assertThat(read(BureauHtml.PERSON_UNKNOWN)).isEqualTo(new YearReading.PersonUnknown());
    }

    @Test
    void isSilentAboutAPageThatRepeatsInPlaceOfAnother() {
        YearReading reading = read(page(2, 12, first), page(2, 12, first));

        assertSilent(reading, SilenceCause.REPEATED_PAGE, 20);
    }

    @Test
    void isSilentAboutARepeatedPageEvenWhereTheRowsAddUp() {
        YearReading reading = read(page(2, 20, first), page(2, 20, first.reversed()));

        assertSilent(reading, SilenceCause.REPEATED_PAGE, 20);
    }

    @Test
    void answersWhereThePageThatRepeatsIsOneTooMany() {
        YearReading reading = read(page(3, 12, first), page(3, 12, second), page(3, 12, second));

        assertThat(reading).isInstanceOf(YearReading.Answered.class);
        assertThat(reading.rows()).as("the duplicates are counted later").hasSize(14);
    }

    @Test
    void answersWhereTheBureauListsARowTwiceAndCountsItTwice() {
        YearReading reading = read(page(1, 3, row("201601"), row("201601"), row("201602")));

        assertThat(reading).isInstanceOf(YearReading.Answered.class);
        assertThat(reading.rows()).hasSize(3);
    }

    @Test
    void isSilentWhereRowsAreMissing() {
        assertSilent(read(page(2, 13, first), page(2, 13, second)), SilenceCause.INCOMPLETE, 12);
        assertSilent(read(page(1, 12, first)), SilenceCause.INCOMPLETE, 10);
        assertSilent(read(page(1, 12)), SilenceCause.INCOMPLETE, 0);
        assertSilent(read(page(0, 12)), SilenceCause.INCOMPLETE, 0);
    }

    @Test
    void isSilentWhereThereAreMoreRowsThanTheBureauCounts() {
        assertSilent(read(page(1, 9, first)), SilenceCause.INCOMPLETE, 10);
    }

    @Test
    void isSilentWhereTheCountsMoveWhileItReads() {
        assertSilent(read(page(2, 12, first), page(2, 13, second)), SilenceCause.INCOMPLETE, 10);
        assertSilent(read(page(2, 12, first), page(3, 12, second)), SilenceCause.INCOMPLETE, 10);
    }

    @Test
    void isSilentWhereThePersonIsLostOnTheWay() {
        assertSilent(read(page(2, 12, first), BureauHtml.PERSON_UNKNOWN), SilenceCause.UNREADABLE, 10);
    }

    @Test
    void deliversWhatWasReadBeforeAPageFailed() {
        assertSilent(read(page(2, 12, first), "<html>系统维护中</html>"), SilenceCause.UNREADABLE, 10);
    }

    @Test
    void isSilentWhereACellCannotBeReadAndDeliversTheOtherRows() {
        YearReading reading = read(page(1, 2, row("201601"), row("201602", "AAE078", "?")));

        assertSilent(reading, SilenceCause.UNREADABLE, 1);
    }

    @Test
    void isSilentWhereAnotherKindIsAnsweredThanWasAsked() {
        YearReading reading = read(page(1, 2, row("201601"), row("201602", "AAE140", "31")));

        assertSilent(reading, SilenceCause.UNREADABLE, 2);
    }

    @Test
    void doesNotFollowAPageCountThatIsAbsurd() {
        AtomicInteger asked = new AtomicInteger();

        YearReading reading = new PagedQuery(Kind.PENSION, CLEANER, 50).read(number -> {
            asked.incrementAndGet();
            return parsed(page(51, 12, first));
        });

        assertSilent(reading, SilenceCause.UNREADABLE, 10);
        assertThat(asked).hasValue(1);
    }

    private static YearReading read(String... pages) {
        return new PagedQuery(Kind.PENSION, CLEANER, 50).read(number -> parsed(pages[number - 1]));
    }

    private static BureauPage parsed(String page) throws SourceSilent {
        try {
            return BureauPageParser.parse(page);
        } catch (UnreadablePage e) {
            throw new SourceSilent(SilenceCause.UNREADABLE);
        }
    }

    private static void assertSilent(YearReading reading, SilenceCause cause, int rows) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        YearReading.Silent.class,
                        silent -> assertThat(silent.cause()).isEqualTo(cause));
        assertThat(reading.rows()).hasSize(rows);
    }
}
