package io.tongban.permit.casefile.suite;

import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.deadline.CaseClock;
import io.tongban.permit.deadline.CaseClocks;
import io.tongban.permit.deadline.CaseLimit;
import io.tongban.permit.deadline.ClockLengths;
import io.tongban.permit.deadline.Length;
import io.tongban.permit.deadline.OpenCaseStart;
import io.tongban.permit.deadline.OverdueStep;
import io.tongban.permit.deadline.PermitStart;
import io.tongban.permit.deadline.Rest;
import io.tongban.permit.deadline.Review;
import io.tongban.permit.deadline.ReviewReason;
import io.tongban.platform.suite.SuiteMembers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A clock of a case, as a case of a suite tells it. */
final class ClockSuiteCase {

    private static final Set<String> ANSWERED_AS_AN_ACCEPTANCE = Set.of("INSISTED", "ORDERED", "DEEMED");

    private final SuiteMembers given;
    private final WorkingCalendar builtIn;
    private final CaseClock clock;
    private final @Nullable LocalDate start;
    private final SuiteMembers starts;
    private final Optional<ReviewReason> reason;
    private final boolean papersOnly;
    private final List<Rest.Supplement> supplements;
    private final Optional<LocalDate> paperCameOn;

    ClockSuiteCase(SuiteMembers given, WorkingCalendar builtIn) {
        this.given = given;
        this.builtIn = builtIn;
        this.clock = clock(given);
        this.start = given.date("start").orElse(null);
        this.starts = given.map("starts").orElseGet(() -> SuiteMembers.of(Map.of()));
        this.reason = given.word("reason", ReviewReason.class);
        this.papersOnly = given.flag("papersOnly");
        this.supplements = supplements(given);
        this.paperCameOn = given.date("paperCameOn");
    }

    /** What the rules give, in the members of an expectation. */
    Map<String, @Nullable Object> result() {
        CaseClocks clocks = new CaseClocks(lengths(), calendar("calendarEnd").orElse(builtIn));
        CaseLimit limit = limit(clocks);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("end", limit.end());
        result.put("due", limit.due());
        result.put("dueIsProvisional", limit.provisional());
        result.put("reminders", Set.copyOf(limit.reminders()));
        result.put("lapsedOn", clock == CaseClock.OPEN_CASE ? limit.passedOn() : null);
        Set<LocalDate> sourceSilentOn = new HashSet<>(SuiteDays.list(given, "sourceSilentOn"));
        given.date("today").ifPresent(today -> result.put("overdue", steps(overdue(clocks, today, sourceSilentOn))));
        Optional<CaseLimit> grown =
                calendar("calendarGrowsTo").map(calendar -> limit(new CaseClocks(clocks.lengths(), calendar)));
        result.put(
                "afterGrowth",
                grown.map(after -> Map.of("due", after.due(), "dueIsProvisional", after.provisional()))
                        .orElse(null));
        result.put(
                "limitMoved",
                grown.flatMap(limit::movedTo)
                        .map(moved -> Map.of("from", moved.from(), "to", moved.to()))
                        .orElse(null));
        return result;
    }

    /** A supplement moves the due day from the day on which it is asked; what was told until then stays. */
    private List<OverdueStep> overdue(CaseClocks clocks, LocalDate today, Set<LocalDate> sourceSilentOn) {
        List<OverdueStep> told = new ArrayList<>();
        supplements.stream()
                .map(Rest.Supplement::askedOn)
                .filter(asked -> !asked.isAfter(today))
                .sorted()
                .forEach(asked -> told.addAll(clocks.overdue(limit(clocks, asked), told, asked, sourceSilentOn)));
        told.addAll(clocks.overdue(limit(clocks), told, today, sourceSilentOn));
        return told;
    }

    private CaseLimit limit(CaseClocks clocks) {
        return limit(clocks, LocalDate.MAX);
    }

    /** As it is known on a day on which something may be asked. */
    private CaseLimit limit(CaseClocks clocks, LocalDate day) {
        List<Rest.Supplement> asked = supplements.stream()
                .filter(supplement -> supplement.askedOn().isBefore(day))
                .map(supplement -> knownOn(day, supplement))
                .toList();
        return switch (clock) {
            case PERMIT -> clocks.permit(permitStart(), rests(asked, day));
            case ANSWER -> clocks.answer(new Review(reason.orElse(ReviewReason.CRITERION), start()), asked);
            case SETTLE -> papersOnly ? clocks.settlePapers(start()) : clocks.settle(start());
            case SUPPLEMENT -> clocks.supplement(start());
            case OPEN_CASE -> clocks.openCase(openCaseStart());
            case CONFIRMATION -> clocks.confirmation(start());
            case DEEMED -> clocks.deemed(start());
        };
    }

    private LocalDate permitStart() {
        LocalDate since = startsOn("since");
        PermitStart permitStart = new PermitStart(
                startsOn("papersOnlyFrom"),
                start == null ? startsOn("acceptedOn") : start,
                since == null ? null : new Review(reason.orElse(ReviewReason.CRITERION), since));
        starts.refuseOthers();
        return permitStart.on().orElseThrow(() -> given.missing("start"));
    }

    private LocalDate openCaseStart() {
        LocalDate visit = start == null ? startsOn("visit") : start;
        if (visit == null) {
            throw given.missing("start");
        }
        OpenCaseStart openCaseStart = new OpenCaseStart(visit, startsOn("notice"), startsOn("readyOn"));
        starts.refuseOthers();
        return openCaseStart.on();
    }

    private @Nullable LocalDate startsOn(String key) {
        return starts.date(key).orElse(null);
    }

    private LocalDate start() {
        if (start == null) {
            throw given.missing("start");
        }
        return start;
    }

    private List<Rest> rests(List<Rest.Supplement> asked, LocalDate day) {
        List<Rest> rests = new ArrayList<>(asked);
        paperCameOn.ifPresent(came -> rests.add(
                came.isAfter(day) ? new Rest.TolerablePaper(day, false) : new Rest.TolerablePaper(came, true)));
        return rests;
    }

    private static Rest.Supplement knownOn(LocalDate day, Rest.Supplement supplement) {
        LocalDate endedOn = supplement.endedOn();
        return endedOn == null || endedOn.isAfter(day)
                ? new Rest.Supplement(supplement.askedOn(), null, supplement.binding())
                : supplement;
    }

    private static List<Rest.Supplement> supplements(SuiteMembers given) {
        boolean binding = given.find("binding").isEmpty() || given.flag("binding");
        List<Rest.Supplement> supplements = new ArrayList<>();
        for (Object element : SuiteDays.elements(given, "suspended")) {
            if (!(element instanceof List<?> span) || span.size() != 2) {
                throw given.wrong("suspended", "'" + element + "' is not two days in brackets");
            }
            supplements.add(new Rest.Supplement(
                    SuiteDays.day(given, "suspended", span.get(0)),
                    span.get(1) == null ? null : SuiteDays.day(given, "suspended", span.get(1)),
                    binding));
        }
        return supplements;
    }

    /** The figures of the residence permit's first standard, which a suite does not write, but for the length of its clock. */
    private ClockLengths lengths() {
        return new ClockLengths(
                length(CaseClock.PERMIT, 15, DayUnit.CALENDAR_DAY),
                length(CaseClock.ANSWER, 5, DayUnit.WORKING_DAY),
                length(CaseClock.SETTLE, 45, DayUnit.CALENDAR_DAY),
                new Length(10, DayUnit.CALENDAR_DAY),
                length(CaseClock.SUPPLEMENT, 15, DayUnit.CALENDAR_DAY),
                length(CaseClock.OPEN_CASE, 60, DayUnit.CALENDAR_DAY),
                length(CaseClock.CONFIRMATION, 2, DayUnit.WORKING_DAY),
                length(CaseClock.DEEMED, 5, DayUnit.WORKING_DAY));
    }

    private Length length(CaseClock of, int days, DayUnit unit) {
        boolean isGiven = of == (isAnsweredAsAnAcceptance() ? CaseClock.PERMIT : clock);
        return isGiven
                ? new Length(
                        number(given, "length").orElse(days),
                        given.word("unit", DayUnit.class).orElse(unit))
                : new Length(days, unit);
    }

    /** Whether the length that is given is that of clock 1; said here once more, so that the rule is held by the suite. */
    private boolean isAnsweredAsAnAcceptance() {
        return clock == CaseClock.ANSWER
                && reason.filter(of -> ANSWERED_AS_AN_ACCEPTANCE.contains(of.name()))
                        .isPresent();
    }

    private static CaseClock clock(SuiteMembers given) {
        int number = number(given, "clock").orElseThrow(() -> given.missing("clock"));
        return Arrays.stream(CaseClock.values())
                .filter(clock -> clock.number() == number)
                .findFirst()
                .orElseThrow(() -> given.wrong("clock", "there is no clock " + number));
    }

    private static Optional<Integer> number(SuiteMembers given, String key) {
        return given.find(key).map(value -> {
            if (value instanceof Integer number) {
                return number;
            }
            throw given.wrong(key, "'" + value + "' is no number");
        });
    }

    /** The calendar that ends, or has grown, on the day which the case gives. */
    private Optional<WorkingCalendar> calendar(String key) {
        return given.date(key)
                .map(last ->
                        new WorkingCalendar(until(last, builtIn.holidays()), until(last, builtIn.makeupDays()), last));
    }

    private static Set<LocalDate> until(LocalDate last, Set<LocalDate> days) {
        return days.stream().filter(day -> !day.isAfter(last)).collect(Collectors.toSet());
    }

    private static Set<Map<String, Object>> steps(List<OverdueStep> steps) {
        return steps.stream()
                .map(step -> Map.<String, Object>of(
                        "on", step.on(), "tier", word(step.tier()), "against", word(step.against())))
                .collect(Collectors.toSet());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
