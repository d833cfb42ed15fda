package io.tongban.permit.casefile.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the published cases of {@code limits} do not hold. The first full year of the permit of 2017-06-16 ends on Saturday
 * 2018-06-16, and 18 June is a holiday: the last day is the 19th.
 */
class EndorsementTests {

    private static final WorkingCalendar CALENDAR = StandardsLibrary.builtIn().calendar();
    private static final EndorsementTerm FIRST = EndorsementTerm.ofIssue(day("2017-06-16"));
    private static final EndorsementWindow WINDOW = FIRST.window(CALENDAR);

    @ParameterizedTest
    @CsvSource({
        "2018-05-15, TOO_EARLY",
        "2018-05-16, IN_TIME",
        "2018-06-16, IN_TIME",
        "2018-06-19, IN_TIME",
        "2018-06-20, LATE",
        "2031-01-01, LATE",
    })
    void windowReachesFromAMonthBeforeTheFullYearToTheRolledDay(LocalDate receivedOn, EndorsementTiming timing) {
        assertThat(WINDOW.timing(receivedOn)).isEqualTo(timing);
    }

    @Test
    void yearAfterOneInTimeIsCountedFromTheSameAnchor() {
        assertThat(FIRST.endorsed(day("2018-05-16"), CALENDAR)).isEqualTo(new EndorsementTerm(day("2017-06-16"), 2));
    }

    @Test
    void yearsAreCountedAnewFromOneThatWasLate() {
        assertThat(FIRST.endorsed(day("2018-05-16"), CALENDAR).endorsed(day("2020-01-01"), CALENDAR))
                .isEqualTo(new EndorsementTerm(day("2020-01-01"), 1));
    }

    @Test
    void nothingChangesByOneThatWasTooEarly() {
        assertThat(FIRST.endorsed(day("2018-05-15"), CALENDAR)).isEqualTo(FIRST);
    }

    @Test
    void anchorOfALeapDayComesBackEveryFourYears() {
        EndorsementTerm term = EndorsementTerm.ofIssue(day("2016-02-29"));
        List<LocalDate> fullYears = new ArrayList<>();
        for (int year = 0; year < 4; year++) {
            EndorsementWindow window = term.window(CALENDAR);
            fullYears.add(window.fullYearOn());
            term = term.endorsed(window.last(), CALENDAR);
        }

        assertThat(fullYears)
                .containsExactly(day("2017-02-28"), day("2018-02-28"), day("2019-02-28"), day("2020-02-29"));
    }

    @Test
    void lastDayBeyondTheCalendarIsProvisional() {
        assertThat(EndorsementTerm.ofIssue(day("2025-12-31")).window(CALENDAR).provisional())
                .isFalse();
        assertThat(EndorsementTerm.ofIssue(day("2026-01-01")).window(CALENDAR).provisional())
                .isTrue();
    }

    @Test
    void holderIsRemindedOnTheFirstDayAndAWeekBeforeTheFullYear() {
        assertThat(WINDOW.reminders()).containsExactly(day("2018-05-16"), day("2018-06-09"));
    }

    @ParameterizedTest
    @CsvSource({"2018-06-19, VALID", "2018-06-20, SUSPENDED", "2018-06-21, SUSPENDED"})
    void permitIsSuspendedOnTheDayAfterTheLastOne(LocalDate today, PermitState state) {
        assertThat(WINDOW.unendorsed(List.of(), day -> NotEndorsed.SUSPEND)
                        .orElseThrow()
                        .stateOn(today))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-20,           ,           ", // with the authority
        "2018-06-19,           ,           ",
        "2018-06-20,           , 2018-06-20", // received when the last day was over
        "          ,           , 2018-06-20", // merely open
        "2018-05-20, 2018-06-19, 2018-06-20",
        "2018-05-20, 2018-06-17, 2018-06-20", // ended after the full year, but the last day is still to come
        "2018-05-20, 2018-06-20, 2018-06-21",
        "2018-05-20, 2018-07-02, 2018-07-03",
        "2018-06-20, 2018-07-02, 2018-06-20",
    })
    void caseThatIsWithTheAuthorityOnTheLastDayHoldsTheSuspensionBack(
            @Nullable LocalDate receivedOn, @Nullable LocalDate endedOn, @Nullable LocalDate suspendedOn) {
        Optional<Unendorsed> unendorsed =
                WINDOW.unendorsed(List.of(new EndorsementCase(receivedOn, endedOn)), day -> NotEndorsed.SUSPEND);

        assertThat(unendorsed.map(Unendorsed::on)).isEqualTo(Optional.ofNullable(suspendedOn));
    }

    @Test
    void caseAfterOneThatWasWithdrawnHoldsTheSuspensionBackToo() {
        assertThat(WINDOW.unendorsed(
                        List.of(
                                new EndorsementCase(day("2018-05-20"), day("2018-05-25")),
                                new EndorsementCase(day("2018-06-18"), null)),
                        day -> NotEndorsed.SUSPEND))
                .isEmpty();
    }

    @Test
    void settingOnTheLastDayCountsAndNotThatOnTheDayAfterOrOfTheEndOfACase() {
        Function<LocalDate, NotEndorsed> endFromThe20th =
                day -> day.isBefore(day("2018-06-20")) ? NotEndorsed.SUSPEND : NotEndorsed.END;
        Function<LocalDate, NotEndorsed> endFromThe19th =
                day -> day.isBefore(day("2018-06-19")) ? NotEndorsed.SUSPEND : NotEndorsed.END;
        EndorsementCase refused = new EndorsementCase(day("2018-06-01"), day("2018-07-02"));

        assertThat(WINDOW.unendorsed(List.of(refused), endFromThe20th))
                .contains(new Unendorsed(PermitState.SUSPENDED, day("2018-07-03")));
        assertThat(WINDOW.unendorsed(List.of(), endFromThe19th))
                .contains(new Unendorsed(PermitState.ENDED, day("2018-06-20")));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
