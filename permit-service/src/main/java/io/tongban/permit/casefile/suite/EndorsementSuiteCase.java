package io.tongban.permit.casefile.suite;

import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.casefile.permit.EndorsementCase;
import io.tongban.permit.casefile.permit.EndorsementTerm;
import io.tongban.permit.casefile.permit.EndorsementTiming;
import io.tongban.permit.casefile.permit.EndorsementWindow;
import io.tongban.permit.casefile.permit.NotEndorsed;
import io.tongban.permit.casefile.permit.PermitState;
import io.tongban.permit.casefile.permit.Unendorsed;
import io.tongban.platform.suite.SuiteMembers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The endorsements of a permit, as a case of a suite tells them. */
final class EndorsementSuiteCase {

    /** The states of a case, by the letters of a suite, in which it was received and is not ended. */
    private static final List<String> WITH_THE_AUTHORITY = List.of("P", "A", "U");

    private static final String OPEN = "O";

    private final SuiteMembers given;
    private final WorkingCalendar calendar;
    private final LocalDate issuedOn;
    private final List<LocalDate> received;
    private final Optional<String> caseState;
    private final Optional<LocalDate> caseEndedOn;
    private final NavigableMap<LocalDate, NotEndorsed> notEndorsed;
    private final Optional<LocalDate> today;

    EndorsementSuiteCase(SuiteMembers given, WorkingCalendar calendar) {
        this.given = given;
        this.calendar = calendar;
        SuiteMembers permit = given.map("permit").orElseThrow(() -> given.missing("permit"));
        this.issuedOn = permit.date("issuedOn").orElseThrow(() -> permit.missing("issuedOn"));
        permit.refuseOthers();
        this.received = SuiteDays.list(given, "received");
        this.caseState = given.text("endorsementCase");
        this.caseEndedOn = given.date("endorsementEndedOn");
        this.notEndorsed = notEndorsed(given);
        this.today = given.date("today");
    }

    /** What the rules give, in the members of an expectation. */
    Map<String, @Nullable Object> result() {
        EndorsementTerm term = EndorsementTerm.ofIssue(issuedOn);
        List<EndorsementTiming> timings = new ArrayList<>();
        for (LocalDate day : received) {
            timings.add(term.window(calendar).timing(day));
            term = term.endorsed(day, calendar);
        }
        EndorsementWindow next = term.window(calendar);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("received", timings);
        result.put("anchor", term.anchor());
        result.put(
                "next",
                Map.of(
                        "from", next.from(),
                        "f", next.fullYearOn(),
                        "last", next.last(),
                        "dueIsProvisional", next.provisional()));
        today.ifPresent(day -> result.putAll(state(next, day)));
        return result;
    }

    private Map<String, @Nullable Object> state(EndorsementWindow next, LocalDate today) {
        Optional<Unendorsed> unendorsed = next.unendorsed(
                endorsementCase(next).stream().toList(),
                day -> notEndorsed.floorEntry(day).getValue());
        PermitState state = unendorsed.map(permit -> permit.stateOn(today)).orElse(PermitState.VALID);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("state", state);
        result.put("suspendedOn", state == PermitState.SUSPENDED ? on(unendorsed) : null);
        result.put("endedOn", state == PermitState.ENDED ? on(unendorsed) : null);
        return result;
    }

    private static @Nullable LocalDate on(Optional<Unendorsed> unendorsed) {
        return unendorsed.map(Unendorsed::on).orElse(null);
    }

    /** A suite does not say when the case was received: in its window. */
    private Optional<EndorsementCase> endorsementCase(EndorsementWindow window) {
        return caseState.map(state -> {
            if (WITH_THE_AUTHORITY.contains(state)) {
                return new EndorsementCase(window.from(), caseEndedOn.orElse(null));
            }
            if (state.equals(OPEN)) {
                return new EndorsementCase(null, caseEndedOn.orElse(null));
            }
            throw given.wrong("endorsementCase", "'" + state + "' is none of [O, P, A, U]");
        });
    }

    /** From which day on which setting is in force; a suite that names none means the one of the first standard. */
    private static NavigableMap<LocalDate, NotEndorsed> notEndorsed(SuiteMembers given) {
        NavigableMap<LocalDate, NotEndorsed> settings = new TreeMap<>(Map.of(LocalDate.MIN, NotEndorsed.SUSPEND));
        if (given.find("notEndorsed").filter(List.class::isInstance).isPresent()) {
            given.maps("notEndorsed").forEach(setting -> {
                settings.put(
                        setting.date("from").orElseThrow(() -> setting.missing("from")),
                        setting.word("value", NotEndorsed.class).orElseThrow(() -> setting.missing("value")));
                setting.refuseOthers();
            });
        } else {
            given.word("notEndorsed", NotEndorsed.class).ifPresent(setting -> settings.put(LocalDate.MIN, setting));
        }
        return settings;
    }
}
