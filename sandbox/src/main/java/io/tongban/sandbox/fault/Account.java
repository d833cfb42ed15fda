package io.tongban.sandbox.fault;

import io.tongban.sandbox.fault.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the callers of a load were told with what is stored of it. */
public final class Account {

    private final Journal told;
    private final Stored stored;
    private final Map<UUID, Stored.Visit> visits;
    private final Map<UUID, Stored.Case> cases;
    private final List<Finding> findings = new ArrayList<>();

    private Account(Journal told, Stored stored) {
        this.told = told;
        this.stored = stored;
        this.visits = stored.visits().stream().collect(Collectors.toMap(Stored.Visit::id, Function.identity()));
        this.cases = stored.cases().stream().collect(Collectors.toMap(Stored.Case::id, Function.identity()));
    }

    /**
     * Every finding; none if each act that somebody was told of is there once, nothing else is there, nothing was refused, and every case is
     * decided.
     */
    public static List<Finding> of(Journal told, Stored stored, Sources sources) {
        Account account = new Account(told, stored);
        account.visits();
        account.acts();
        account.untold();
        account.chains();
        account.refusals();
        if (sources == Sources.ANSWER) {
            stored.events().stream()
                    .filter(event -> event.type().equals("RECEIVED_PROVISIONALLY"))
                    .forEach(event -> account.found(Kind.PROVISIONAL, "case " + event.caseId()));
        }
        return List.copyOf(account.findings);
    }

    private void visits() {
        Set<UUID> known = new HashSet<>();
        for (Act act : told.acts()) {
            @Nullable UUID visit = act.visit();
            if (visit == null) {
                continue;
            }
            boolean begun = known.contains(visit);
            known.add(visit);
            Stored.@Nullable Visit found = visits.get(visit);
            if (!begun && found == null) {
                found(Kind.LOST, "visit " + visit);
            }
            if (act.step() == Step.END_VISIT && found != null && !found.ended()) {
                found(Kind.LOST, "end of visit " + visit);
            }
        }
        visits.keySet().stream()
                .filter(visit -> !known.contains(visit))
                .forEach(visit -> found(Kind.TWICE, "visit " + visit + ", of which nobody was told"));
    }

    /** Each act once, by case, visit and step. */
    private void acts() {
        Map<Act, Integer> due = new HashMap<>();
        for (Act act : told.acts()) {
            if (!Stored.typesOf(act.step()).isEmpty()) {
                due.merge(act, 1, Integer::sum);
            }
        }
        due.forEach((act, times) -> {
            UUID caseId = Objects.requireNonNull(act.caseId());
            long there = stored.events().stream()
                    .filter(event -> event.caseId().equals(caseId)
                            && Objects.equals(event.visit(), act.visit())
                            && Stored.typesOf(act.step()).contains(event.type()))
                    .count();
            if (there < times) {
                found(Kind.LOST, "%s of case %s: told %d, there %d".formatted(act.step(), caseId, times, there));
            } else if (there > times && !told.isUnanswered(caseId)) {
                found(Kind.TWICE, "%s of case %s: told %d, there %d".formatted(act.step(), caseId, times, there));
            }
            if (!cases.containsKey(caseId)) {
                found(Kind.LOST, "the row of case " + caseId);
            }
        });
    }

    /** What is there beyond all that was told. */
    private void untold() {
        Set<UUID> known = told.acts().stream()
                .filter(act -> act.step() == Step.OPEN_CASE)
                .map(Act::caseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, Integer> opened = new HashMap<>();
        Map<UUID, Integer> accepted = new HashMap<>();
        Map<UUID, Integer> decided = new HashMap<>();
        for (Stored.Event event : stored.events()) {
            @Nullable UUID visit = event.visit();
            if (event.type().equals("DECIDED")) {
                decided.merge(event.caseId(), 1, Integer::sum);
            } else if (event.type().equals("ACCEPTED")) {
                accepted.merge(event.caseId(), 1, Integer::sum);
            } else if (event.type().equals("CASE_OPENED") && visit != null) {
                opened.merge(visit, 1, Integer::sum);
                if (!known.contains(event.caseId()) && !told.isUnanswered(visit)) {
                    found(Kind.TWICE, "case " + event.caseId() + ", of which nobody was told");
                }
            }
        }
        opened.forEach((visit, times) -> once("case opened in visit " + visit, times));
        accepted.forEach((caseId, times) -> once("acceptance of case " + caseId, times));
        decided.forEach((caseId, times) -> once("decision of case " + caseId, times));
    }

    private void once(String what, int times) {
        if (times > 1) {
            found(Kind.TWICE, what + ": " + times);
        }
    }

    private void chains() {
        Map<UUID, Long> last = new HashMap<>();
        for (Stored.Event event : stored.events()) {
            long due = last.getOrDefault(event.caseId(), 0L) + 1;
            if (event.seq() != due) {
                found(Kind.LOST, "event %d of the ledger of case %s".formatted(due, event.caseId()));
            }
            last.put(event.caseId(), event.seq());
        }
        stored.broken().forEach(caseId -> found(Kind.BROKEN, "case " + caseId));
    }

    private void refusals() {
        told.refusals().forEach((why, times) -> found(Kind.REFUSED, why + " (" + times + " times)"));
        stored.events().stream()
                .filter(event -> event.type().equals("SENT_TO_REVIEW"))
                .forEach(event -> found(Kind.REFUSED, "case " + event.caseId() + " was sent to a person"));
        for (Stored.Case file : stored.cases()) {
            if (!file.status().equals("DECIDED")) {
                found(Kind.UNFINISHED, "case " + file.id() + " is " + file.status());
            } else if (!"GRANTED".equals(file.decision())) {
                found(Kind.REFUSED, "case " + file.id() + " was decided " + file.decision());
            }
        }
    }

    private void found(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
