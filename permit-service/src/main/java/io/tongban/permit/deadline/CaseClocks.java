package io.tongban.permit.deadline;

import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.deadline.OverdueStep.Against;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clocks of a case on the calendar that is known: each gives its limit from the days on which things happened.
 *
 * <p>The same days on a longer calendar may give another limit ({@link CaseLimit#movedTo}).
 */
public record CaseClocks(ClockLengths lengths, WorkingCalendar calendar) {

    private static final int WORKING_DAYS_BETWEEN_OVERDUE_STEPS = 5;

    /**
     * Clock 1: decision and permit.
     *
     * @param startsOn {@link PermitStart#on()}
     * @param rests the supplements since then, and the tolerable paper that was open
     */
    public CaseLimit permit(LocalDate startsOn, List<? extends Rest> rests) {
        return limit(CaseClock.PERMIT, startsOn, lengths.permit(), standing(startsOn, rests));
    }

    /** Clock 2: the reviewer's answer, with the supplements of this review. */
    public CaseLimit answer(Review review, List<Rest.Supplement> supplements) {
        Length length = review.reason().isAnsweredAsAnAcceptance() ? lengths.permit() : lengths.answer();
        return limit(CaseClock.ANSWER, review.since(), length, standing(review.since(), supplements));
    }

    /** Clock 3: a provisional case settles; its due day is {@code settleBy}. */
    public CaseLimit settle(LocalDate receivedOn) {
        return limit(CaseClock.SETTLE, receivedOn, lengths.settle(), Standing.NONE);
    }

    /** Clock 3 of a case of which only papers were open at reception: they come before clock 1, which runs, has ended. */
    public CaseLimit settlePapers(LocalDate receivedOn) {
        return limit(CaseClock.SETTLE, receivedOn, papersExpectedBy(receivedOn), Standing.NONE);
    }

    /** Clock 4: the papers of a supplement come. */
    public CaseLimit supplement(LocalDate askedOn) {
        return limit(CaseClock.SUPPLEMENT, askedOn, lengths.supplement(), Standing.NONE);
    }

    /**
     * Clock 5: the applicant comes back.
     *
     * @param startsOn {@link OpenCaseStart#on()}
     */
    public CaseLimit openCase(LocalDate startsOn) {
        return limit(CaseClock.OPEN_CASE, startsOn, lengths.openCase(), Standing.NONE);
    }

    /** Clock 6: a supervisor confirms or drops a point of a notice. */
    public CaseLimit confirmation(LocalDate noticeOn) {
        return limit(CaseClock.CONFIRMATION, noticeOn, lengths.confirmation(), Standing.NONE);
    }

    /** Clock 7: papers that were shown are answered by a notice or a reception. It runs only where the standard says so. */
    public CaseLimit deemed(LocalDate shownOn) {
        return limit(CaseClock.DEEMED, shownOn, lengths.deemed(), Standing.NONE);
    }

    /**
     * The overdue findings of a limit that follow those already told, up to a day, that day included, while its act is missing.
     *
     * @param told those of this limit so far, in their order; they stay and are not told again, however its due day has moved since
     * @param sourceSilentOn days on which the source that the case needs answered nothing
     */
    public List<OverdueStep> overdue(
            CaseLimit limit, List<OverdueStep> told, LocalDate today, Set<LocalDate> sourceSilentOn) {
        List<OverdueStep> steps = new ArrayList<>();
        overdueDays(limit, told).takeWhile(day -> !day.isAfter(today)).forEach(day -> {
            int number = told.size() + steps.size() + 1;
            steps.add(OverdueStep.told(number, day, sourceSilentOn.contains(day) ? Against.SOURCE : Against.HOLDER));
        });
        return steps;
    }

    /**
     * The first day after a day on which a limit asks for something: a reminder, what follows its end, or an overdue finding.
     * Empty if nothing is left, or the clock stands until something happens.
     *
     * @param told its overdue findings so far
     */
    public Optional<LocalDate> nextAfter(CaseLimit limit, List<OverdueStep> told, LocalDate day) {
        if (limit.standing().goesOn()) {
            return Optional.empty();
        }
        Stream<LocalDate> afterItsEnd =
                limit.clock().becomesOverdue() ? overdueDays(limit, told) : Stream.of(limit.passedOn());
        return Stream.concat(
                        limit.reminders().stream().filter(reminder -> reminder.isAfter(day)),
                        afterItsEnd.filter(next -> next.isAfter(day)).limit(1))
                .min(LocalDate::compareTo);
    }

    /** Without end, unless the clock has no overdue findings or stands until something happens. */
    private Stream<LocalDate> overdueDays(CaseLimit limit, List<OverdueStep> told) {
        if (!limit.clock().becomesOverdue() || limit.standing().goesOn()) {
            return Stream.empty();
        }
        LocalDate passedOn = limit.passedOn();
        LocalDate next = told.isEmpty() ? passedOn : afterStep(told.getLast().on());
        return Stream.iterate(
                notStanding(limit, next.isBefore(passedOn) ? passedOn : next),
                last -> notStanding(limit, afterStep(last)));
    }

    private LocalDate afterStep(LocalDate last) {
        return calendar.plusWorkingDays(last, WORKING_DAYS_BETWEEN_OVERDUE_STEPS);
    }

    /** The day; if the clock stands on it, the first one after the rest. */
    private static LocalDate notStanding(CaseLimit limit, LocalDate day) {
        LocalDate runs = day;
        while (limit.standing().isSilentOn(runs)) {
            runs = runs.plusDays(1);
        }
        return runs;
    }

    private CaseLimit limit(CaseClock clock, LocalDate startsOn, Length length, Standing standing) {
        DayUnit unit = length.unit();
        LocalDate end = unit.plus(length.after(startsOn, calendar), standing.count(unit, calendar), calendar);
        return limit(clock, startsOn, end, standing);
    }

    private CaseLimit limit(CaseClock clock, LocalDate startsOn, LocalDate end, Standing standing) {
        LocalDate due = clock.rolls() ? calendar.sameOrNextWorkingDay(end) : end;
        List<LocalDate> reminders = reminders(clock).stream()
                .map(length -> length.before(due, calendar))
                .filter(day -> day.isAfter(startsOn) && !standing.isSilentOn(day))
                .toList();
        return new CaseLimit(clock, startsOn, end, due, calendar.isProvisional(due), standing, reminders);
    }

    /** How long before its due day a clock reminds. */
    private static List<Length> reminders(CaseClock clock) {
        return switch (clock) {
            case PERMIT, ANSWER -> List.of(new Length(5, DayUnit.WORKING_DAY), new Length(2, DayUnit.WORKING_DAY));
            case SUPPLEMENT -> List.of(new Length(3, DayUnit.WORKING_DAY));
            case OPEN_CASE -> List.of(new Length(14, DayUnit.CALENDAR_DAY));
            case SETTLE, CONFIRMATION, DEEMED -> List.of();
        };
    }

    private Standing standing(LocalDate startsOn, List<? extends Rest> rests) {
        return rests.stream()
                .map(rest -> standing(startsOn, rest))
                .reduce(Standing.NONE, Standing::and)
                .since(startsOn);
    }

    private Standing standing(LocalDate startsOn, Rest rest) {
        return switch (rest) {
            case Rest.Supplement supplement -> standing(supplement);
            case Rest.TolerablePaper paper ->
                Standing.between(papersExpectedBy(startsOn), paper.until(), !paper.came());
        };
    }

    private Standing standing(Rest.Supplement supplement) {
        if (!supplement.binding()) {
            return Standing.NONE;
        }
        LocalDate endedOn = supplement.endedOn();
        LocalDate until = endedOn == null ? supplement(supplement.askedOn()).due() : endedOn;
        return Standing.between(supplement.askedOn(), until, endedOn == null);
    }

    /** Until when a tolerable paper may come without clock 1 standing: not longer than clock 1 runs. */
    private LocalDate papersExpectedBy(LocalDate startsOn) {
        LocalDate papers = lengths.papers().after(startsOn, calendar);
        LocalDate permit = lengths.permit().after(startsOn, calendar);
        return papers.isAfter(permit) ? permit : papers;
    }
}
