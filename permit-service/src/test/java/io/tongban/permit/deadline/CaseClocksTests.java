package io.tongban.permit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.deadline.OverdueStep.Against;
import io.tongban.permit.deadline.OverdueStep.Tier;
import io.tongban.permit.deadline.Rest.Supplement;
import io.tongban.permit.deadline.Rest.TolerablePaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the published cases of {@code limits} do not hold. 28 to 30 May 2017 are a holiday, 27 May is a working Saturday. */
class CaseClocksTests {

    private static final WorkingCalendar CALENDAR = StandardsLibrary.builtIn().calendar();
    private static final ClockLengths LENGTHS = new ClockLengths(
            calendarDays(15),
            workingDays(5),
            calendarDays(45),
            calendarDays(10),
            calendarDays(15),
            calendarDays(60),
            workingDays(2),
            workingDays(5));
    private static final CaseClocks CLOCKS = new CaseClocks(LENGTHS, CALENDAR);

    // --- ends

    @ParameterizedTest
    @CsvSource({
        "2017-04-12, 2017-06-11, 2017-06-12, 2017-06-13", // a Sunday
        "2017-03-31, 2017-05-30, 2017-05-31, 2017-06-01" // a holiday
    })
    void openCaseLapsesOnTheDayAfterItsRolledEnd(LocalDate start, LocalDate end, LocalDate due, LocalDate lapsedOn) {
        CaseLimit limit = CLOCKS.openCase(start);

        assertThat(limit.end()).isEqualTo(end);
        assertThat(limit.due()).isEqualTo(due);
        assertThat(limit.passedOn()).isEqualTo(lapsedOn);
        assertThat(limit.reminders()).containsExactly(due.minusDays(14));
    }

    @ParameterizedTest
    @EnumSource
    void rollsWherePeopleMustAct(CaseClock clock) {
        Length toSunday = calendarDays(6);
        CaseClocks clocks = new CaseClocks(
                new ClockLengths(toSunday, toSunday, toSunday, toSunday, toSunday, toSunday, toSunday, toSunday),
                CALENDAR);
        LocalDate monday = day("2017-06-05");
        CaseLimit limit = switch (clock) {
            case PERMIT -> clocks.permit(monday, List.of());
            case ANSWER -> clocks.answer(new Review(ReviewReason.CRITERION, monday), List.of());
            case SETTLE -> clocks.settle(monday);
            case SUPPLEMENT -> clocks.supplement(monday);
            case OPEN_CASE -> clocks.openCase(monday);
            case CONFIRMATION -> clocks.confirmation(monday);
            case DEEMED -> clocks.deemed(monday);
        };

        assertThat(limit.clock()).isEqualTo(clock);
        assertThat(limit.end()).isEqualTo("2017-06-11");
        assertThat(limit.due()).isEqualTo(clock == CaseClock.SETTLE ? "2017-06-11" : "2017-06-12");
    }

    @Test
    void papersThatAreExpectedDoNotOutliveThePermitsClock() {
        CaseClocks clocks = new CaseClocks(withPermit(calendarDays(5)), CALENDAR);

        CaseLimit settle = clocks.settlePapers(day("2017-05-08"));

        assertThat(settle.due()).as("a Saturday: the service's own dates stay").isEqualTo("2017-05-13");
        assertThat(clocks.permit(day("2017-05-08"), List.of(new TolerablePaper(day("2017-05-16"), true)))
                        .end())
                .isEqualTo("2017-05-16");
    }

    @Test
    void permitsClockOfACaseThatMissesAPaperStartsAtReception() {
        assertThat(CLOCKS.permit(day("2017-05-08"), List.of()).due()).isEqualTo("2017-05-23");
        assertThat(CLOCKS.settlePapers(day("2017-05-08")).due()).isEqualTo("2017-05-18");
    }

    // --- starts

    @ParameterizedTest
    @CsvSource({
        "2017-05-08, 2017-05-10, 2017-05-12, CRITERION, 2017-05-08",
        "          , 2017-05-10, 2017-05-12, NOT_SETTLED_IN_TIME, 2017-05-10",
        "          ,           , 2017-05-12, DEEMED, 2017-05-12",
        "2017-05-08, 2017-05-10, 2017-09-18, ORDERED, 2017-09-18",
    })
    void permitsClockStartsOnTheFirstDayThatExists(
            @Nullable LocalDate papersOnlyFrom,
            @Nullable LocalDate acceptedOn,
            LocalDate since,
            ReviewReason reason,
            LocalDate start) {
        assertThat(new PermitStart(papersOnlyFrom, acceptedOn, new Review(reason, since)).on())
                .contains(start);
    }

    @Test
    void permitsClockDoesNotRunBeforeThatDay() {
        assertThat(new PermitStart(null, null, null).on()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08, 2017-05-09, 2017-05-10, 2017-05-10",
        "2017-05-08, 2017-05-09, 2017-05-01, 2017-05-09",
        "2017-05-08,           ,           , 2017-05-08",
    })
    void openCaseWaitsFromTheLatestDay(
            LocalDate visit, @Nullable LocalDate notice, @Nullable LocalDate readyOn, LocalDate start) {
        assertThat(new OpenCaseStart(visit, notice, readyOn).on()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "CRITERION, 2017-06-01",
        "SETTLED_OTHERWISE, 2017-06-01",
        "NOT_SETTLED_IN_TIME, 2017-06-01",
        "INSISTED, 2017-06-08",
        "ORDERED, 2017-06-08",
        "DEEMED, 2017-06-08",
    })
    void reasonOfTheReviewDecidesHowLongTheAnswerTakes(ReviewReason reason, LocalDate due) {
        assertThat(CLOCKS.answer(new Review(reason, day("2017-05-24")), List.of())
                        .due())
                .isEqualTo(due);
    }

    // --- reminders

    @ParameterizedTest
    @CsvSource({"14, 0", "15, 1"})
    void reminderLiesAfterTheStart(int openDays, int reminders) {
        CaseClocks clocks = new CaseClocks(withOpenCase(calendarDays(openDays)), CALENDAR);

        assertThat(clocks.openCase(day("2017-06-05")).reminders()).hasSize(reminders);
    }

    @Test
    void answersOfTheServiceAndOfSupervisorsAreNotRemindedOf() {
        assertThat(CLOCKS.settle(day("2017-04-06")).reminders()).isEmpty();
        assertThat(CLOCKS.confirmation(day("2017-05-26")).reminders()).isEmpty();
        assertThat(CLOCKS.deemed(day("2017-05-25")).reminders()).isEmpty();
    }

    // --- rests

    @Test
    void supplementThatTimeEndsHoldsTheClockUpToTheRolledLastDay() {
        LocalDate lastDay = CLOCKS.supplement(day("2017-05-13")).due();

        CaseLimit ended = permit("2017-05-08", new Supplement(day("2017-05-13"), lastDay, true));
        CaseLimit running = permit("2017-05-08", new Supplement(day("2017-05-13"), null, true));

        assertThat(lastDay).isEqualTo("2017-05-31");
        assertThat(ended.end()).isEqualTo(running.end()).isEqualTo("2017-06-10");
        assertThat(ended.due()).isEqualTo(running.due()).isEqualTo("2017-06-12");
        assertThat(ended.reminders()).containsExactly(day("2017-06-05"), day("2017-06-08"));
        assertThat(running.reminders()).isEmpty();
    }

    @Test
    void supplementHoldsUpTheAnswerInItsOwnUnit() {
        CaseLimit criterion = CLOCKS.answer(
                new Review(ReviewReason.CRITERION, day("2017-05-10")),
                List.of(new Supplement(day("2017-05-12"), null, true)));
        CaseLimit insisted = CLOCKS.answer(
                new Review(ReviewReason.INSISTED, day("2017-05-24")),
                List.of(new Supplement(day("2017-05-25"), day("2017-05-31"), true)));

        assertThat(criterion.due()).as("11 working days from 13 to 27 May").isEqualTo("2017-06-02");
        assertThat(insisted.due()).as("6 days").isEqualTo("2017-06-14");
    }

    @Test
    void dayOnWhichTheClockStandsForTwoReasonsCountsOnce() {
        CaseLimit limit = permit(
                "2017-05-08",
                new TolerablePaper(day("2017-05-26"), true),
                new Supplement(day("2017-05-22"), day("2017-05-29"), true));

        assertThat(limit.standing().days()).hasSize(11);
        assertThat(limit.end()).isEqualTo("2017-06-03");
        assertThat(limit.due()).isEqualTo("2017-06-05");
    }

    @Test
    void supplementThatAsksOnlyPointsThatDoNotBindHoldsNothingUp() {
        assertThat(permit("2017-06-01", new Supplement(day("2017-06-05"), null, false)))
                .isEqualTo(permit("2017-06-01"));
    }

    @Test
    void supplementOfAnEarlierReviewHoldsUpNothingOfThisOne() {
        assertThat(permit("2017-09-18", new Supplement(day("2017-05-15"), day("2017-05-25"), true)))
                .isEqualTo(permit("2017-09-18"));
    }

    @Test
    void permitsClockStandsForAMissingPaperFromTheTenthDayOn() {
        CaseLimit onTheTenth = permit("2017-05-08", new TolerablePaper(day("2017-05-18"), false));
        CaseLimit later = permit("2017-05-08", new TolerablePaper(day("2017-07-03"), false));

        assertThat(onTheTenth).isEqualTo(permit("2017-05-08"));
        assertThat(later.standing().goesOn()).isTrue();
        assertThat(later.reminders()).isEmpty();
        assertThat(CLOCKS.overdue(later, List.of(), day("2018-01-01"), Set.of()))
                .isEmpty();
        assertThat(later.due()).as("if it came that day").isEqualTo("2017-07-10");
    }

    // --- overdue

    @Test
    void districtIsToldFirstAndThenTheCityAgainAndAgain() {
        assertThat(CLOCKS.overdue(permit("2017-05-15"), List.of(), day("2017-06-15"), Set.of(day("2017-06-08"))))
                .containsExactly(
                        new OverdueStep(1, day("2017-06-01"), Tier.DISTRICT, Against.HOLDER),
                        new OverdueStep(2, day("2017-06-08"), Tier.CITY, Against.SOURCE),
                        new OverdueStep(3, day("2017-06-15"), Tier.CITY, Against.HOLDER));
    }

    @Test
    void nobodyIsToldOnTheDueDay() {
        CaseLimit answer = CLOCKS.answer(new Review(ReviewReason.CRITERION, day("2017-05-24")), List.of());

        assertThat(CLOCKS.overdue(answer, List.of(), answer.due(), Set.of())).isEmpty();
        assertThat(CLOCKS.overdue(answer, List.of(), answer.passedOn(), Set.of()))
                .hasSize(1);
    }

    @Test
    void onlyThePermitAndTheAnswerBecomeOverdue() {
        LocalDate start = day("2017-05-08");

        assertThat(List.of(
                        CLOCKS.settle(start),
                        CLOCKS.supplement(start),
                        CLOCKS.openCase(start),
                        CLOCKS.confirmation(start),
                        CLOCKS.deemed(start)))
                .allSatisfy(limit -> assertThat(CLOCKS.overdue(limit, List.of(), day("2018-01-01"), Set.of()))
                        .isEmpty());
    }

    @Test
    void nobodyIsToldWhileTheClockStands() {
        CaseLimit asked = permit("2017-06-01", new Supplement(day("2017-06-20"), null, true));
        CaseLimit came = permit("2017-06-01", new Supplement(day("2017-06-20"), day("2017-06-27"), true));

        assertThat(CLOCKS.overdue(asked, List.of(), day("2018-01-01"), Set.of()))
                .isEmpty();
        assertThat(came.due()).isEqualTo("2017-06-23");
        assertThat(CLOCKS.overdue(came, List.of(), day("2017-07-05"), Set.of()))
                .extracting(OverdueStep::on)
                .containsExactly(day("2017-06-28"), day("2017-07-05"));
    }

    /** The permit was due on Friday 2017-06-16, and the district was told on the day after. */
    @ParameterizedTest
    @CsvSource({
        "2017-06-21, 2017-06-19, 2017-06-23, 2017-06-30",
        "2017-06-27, 2017-06-23, 2017-06-28, 2017-07-05",
        "2017-07-05, 2017-07-03, 2017-07-06, 2017-07-13",
    })
    void stepsGoOnFromTheLastOneWhenASupplementMovesTheDueDay(
            LocalDate came, LocalDate due, LocalDate second, LocalDate third) {
        List<OverdueStep> told = CLOCKS.overdue(permit("2017-06-01"), List.of(), day("2017-06-20"), Set.of());
        CaseLimit moved = permit("2017-06-01", new Supplement(day("2017-06-20"), came, true));

        assertThat(told).containsExactly(new OverdueStep(1, day("2017-06-17"), Tier.DISTRICT, Against.HOLDER));
        assertThat(moved.due()).isEqualTo(due);
        assertThat(CLOCKS.nextAfter(moved, told, day("2017-06-20"))).contains(second);
        assertThat(CLOCKS.overdue(moved, told, third, Set.of()))
                .containsExactly(
                        new OverdueStep(2, second, Tier.CITY, Against.HOLDER),
                        new OverdueStep(3, third, Tier.CITY, Against.HOLDER));
    }

    // --- what comes next

    @ParameterizedTest
    @CsvSource({
        "2017-05-15, 2017-05-23",
        "2017-05-23, 2017-05-26",
        "2017-05-26, 2017-06-01",
        "2017-06-01, 2017-06-08",
        "2017-06-30, 2017-07-06",
    })
    void permitsClockAsksForRemindersAndThenForFindings(LocalDate day, LocalDate next) {
        assertThat(CLOCKS.nextAfter(permit("2017-05-15"), List.of(), day)).contains(next);
    }

    @Test
    void otherClocksAskForWhatFollowsTheirEndOnce() {
        CaseLimit limit = CLOCKS.openCase(day("2017-05-08"));

        assertThat(CLOCKS.nextAfter(limit, List.of(), limit.startsOn())).contains(day("2017-06-23"));
        assertThat(CLOCKS.nextAfter(limit, List.of(), day("2017-06-23"))).contains(day("2017-07-08"));
        assertThat(CLOCKS.nextAfter(limit, List.of(), day("2017-07-08"))).isEmpty();
    }

    @Test
    void clockThatStandsAsksForNothing() {
        CaseLimit limit = permit("2017-06-01", new Supplement(day("2017-06-05"), null, true));

        assertThat(CLOCKS.nextAfter(limit, List.of(), day("2017-06-05"))).isEmpty();
    }

    // --- the calendar

    @Test
    void dueDayOfARunningSupplementMovesTooWhenTheCalendarGrows() {
        Function<CaseClocks, CaseLimit> limit =
                clocks -> clocks.permit(day("2017-12-12"), List.of(new Supplement(day("2017-12-17"), null, true)));

        CaseLimit before = limit.apply(known("2017-12-31"));
        CaseLimit after = limit.apply(known("2018-12-31"));

        assertThat(before.due()).isEqualTo("2018-01-11");
        assertThat(before.provisional()).isTrue();
        assertThat(after.provisional()).isFalse();
        assertThat(before.movedTo(after))
                .contains(new LimitMoved(CaseClock.PERMIT, day("2018-01-11"), day("2018-01-12")));
    }

    @Test
    void limitWhoseDayStaysIsNotMoved() {
        CaseLimit before = known("2017-12-31").settle(day("2017-12-01"));
        CaseLimit after = known("2018-12-31").settle(day("2017-12-01"));

        assertThat(before.provisional()).isTrue();
        assertThat(after.provisional()).isFalse();
        assertThat(before.movedTo(after)).isEmpty();
    }

    @Test
    void limitIsComparedWithItselfOnly() {
        CaseLimit limit = permit("2017-05-15");

        assertThatThrownBy(() -> limit.movedTo(permit("2017-05-16"))).hasMessageContaining("another limit");
        assertThatThrownBy(() -> limit.movedTo(CLOCKS.supplement(day("2017-05-15"))))
                .hasMessageContaining("clock 4 from 2017-05-15 is another limit than clock 1");
    }

    // --- lengths

    @Test
    void lengthIsThatOfTheStandardsLimit() {
        assertThat(Length.of(StandardsLibrary.builtIn()
                        .standards()
                        .version("residence-permit", "R1")
                        .limit("review")))
                .isEqualTo(LENGTHS.answer());
    }

    @Test
    void changeIsToldWithinTenDaysOrOnTheNextWorkingDay() {
        assertThat(calendarDays(10).rolledAfter(day("2017-05-18"), CALENDAR)).isEqualTo("2017-05-31");
    }

    @Test
    void noLengthIsNegative() {
        assertThatThrownBy(() -> calendarDays(-1)).hasMessageContaining("-1");
    }

    private static CaseLimit permit(String start, Rest... rests) {
        return CLOCKS.permit(day(start), List.of(rests));
    }

    private static CaseClocks known(String lastDay) {
        LocalDate last = day(lastDay);
        return new CaseClocks(
                LENGTHS,
                new WorkingCalendar(until(last, CALENDAR.holidays()), until(last, CALENDAR.makeupDays()), last));
    }

    private static Set<LocalDate> until(LocalDate last, Set<LocalDate> days) {
        return days.stream().filter(day -> !day.isAfter(last)).collect(Collectors.toSet());
    }

    private static ClockLengths withPermit(Length permit) {
        return new ClockLengths(
                permit,
                LENGTHS.answer(),
                LENGTHS.settle(),
                LENGTHS.papers(),
                LENGTHS.supplement(),
                LENGTHS.openCase(),
                LENGTHS.confirmation(),
                LENGTHS.deemed());
    }

    private static ClockLengths withOpenCase(Length openCase) {
        return new ClockLengths(
                LENGTHS.permit(),
                LENGTHS.answer(),
                LENGTHS.settle(),
                LENGTHS.papers(),
                LENGTHS.supplement(),
                openCase,
                LENGTHS.confirmation(),
                LENGTHS.deemed());
    }

    private static Length calendarDays(int days) {
        return new Length(days, DayUnit.CALENDAR_DAY);
    }

    private static Length workingDays(int days) {
        return new Length(days, DayUnit.WORKING_DAY);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
