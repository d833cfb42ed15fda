package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Due;
import io.tongban.permit.casefile.CaseState.NextLook;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.Running;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.RecordedHead;
import io.tongban.permit.casefile.ledger.RecordedHead.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an act made of a case, as the last event of the act tells it: states, dates and identifiers, nothing of the applicant. */
final class CaseAfter {

    private final SortedMap<String, Object> members = new TreeMap<>();

    private CaseAfter() {}

    /** Every member that applies to the case; of one that does not, the ledger says nothing. */
    static SortedMap<String, Object> of(CaseFile file) {
        CaseAfter after = new CaseAfter();
        after.put("version", file.version());
        after.put("item", file.origin().standard().item());
        after.put("route", file.origin().route());
        after.put("pinnedVersion", file.origin().standard().version());
        after.put("responsible", file.origin().responsible().value());
        after.put("state", file.state().status());
        after.put("appliedOn", file.look().appliedOn());
        after.put("assessment", file.look().digest());
        after.put("standardVersion", file.look().standard().version());
        StandardReference chosen = file.looks().chosen();
        after.put("chosenVersion", chosen == null ? null : chosen.version());
        after.put(file.state());
        return after.members;
    }

    /** The names of what the case says other than its ledger; {@code ledger} where that does not hold by itself. */
    static List<String> differences(CaseFile file, RecordedHead recorded) {
        List<String> differences = new ArrayList<>();
        if (!recorded.holds()) {
            differences.add("ledger");
        }
        SortedMap<String, Object> said = of(file);
        JsonNode told = recorded.told().isEmpty()
                ? null
                : recorded.told().getLast().payload().get(RecordedHead.CASE_AFTER);
        if (told == null) {
            fold(recorded.told()).forEach((name, value) -> {
                if (!value.equals(text(said.get(name)))) {
                    differences.add(name);
                }
            });
            return differences;
        }
        TreeSet<String> names = new TreeSet<>(said.keySet());
        names.addAll(told.propertyNames());
        for (String name : names) {
            JsonNode value = told.get(name);
            if (!Objects.equals(value == null ? null : value.asString(), text(said.get(name)))) {
                differences.add(name);
            }
        }
        return differences;
    }

    /** What events say that were written before they told the case after them. */
    private static Map<String, String> fold(List<Told> events) {
        Map<String, String> members = new TreeMap<>();
        for (Told event : events) {
            JsonNode payload = event.payload();
            switch (EventType.valueOf(event.type())) {
                case CASE_OPENED -> members.put("state", "OPEN");
                case RECEIVED_PROVISIONALLY -> {
                    members.put("state", "PROVISIONAL");
                    take(members, payload, "receipt", "settleBy", "decisionDueOn");
                }
                case STILL_PENDING -> take(members, payload, "settleBy");
                case ACCEPTED -> {
                    members.put("state", "ACCEPTED");
                    members.remove("settleBy");
                    take(members, payload, "acceptedOn", "decisionDueOn", "dueOnIsProvisional");
                }
                case SENT_TO_REVIEW -> {
                    members.put("state", "UNDER_REVIEW");
                    members.remove("settleBy");
                    take(members, payload, "decisionDueOn");
                    members.put("reviewReason", payload.path("reason").asString());
                    members.put("reviewSince", payload.path("since").asString());
                }
                case DECIDED -> {
                    members.put("state", "DECIDED");
                    take(members, payload, "decision", "decidedOn");
                }
                case ASSESSED, STANDARD_CHOSEN, NOTICE_GIVEN, PAPERS_ADDED -> {}
                // Every event of these types has the case after it.
                case STATEMENT_ADDED, REOPENED, WITHDRAWN, LAPSED, ACCEPTANCE_REVOKED, DIED, OVERDUE -> {}
            }
        }
        return members;
    }

    private static void take(Map<String, String> members, JsonNode payload, String... names) {
        for (String name : names) {
            JsonNode value = payload.get(name);
            if (value != null) {
                members.put(name, value.asString());
            }
        }
    }

    private void put(CaseState state) {
        switch (state) {
            case Open open -> put("visitedOn", open.visitedOn());
            case Provisional provisional -> {
                put(provisional.received());
                put("settleBy", provisional.settleBy());
                put(provisional.look());
                Running running = provisional.running();
                if (running != null) {
                    put("acceptedOn", running.since());
                    put(running.due());
                }
            }
            case Accepted accepted -> {
                put(accepted.received());
                put("acceptedOn", accepted.acceptedOn());
                put(accepted.due());
            }
            case UnderReview review -> {
                put(review.received());
                put("reviewReason", review.reason());
                put("reviewSince", review.since());
                put(review.due());
                put(review.look());
            }
            case Decided decided -> {
                put(decided.before());
                put("decision", decided.verdict());
                put("decidedOn", decided.on());
                put("decidedBy", decided.by());
            }
            case Closed closed -> {
                if (closed.received() != null) {
                    put(closed.received());
                }
                put("closedResult", closed.result());
                put("closedOn", closed.on());
                put("goesOnIn", closed.goesOnIn());
            }
        }
    }

    private void put(Received received) {
        put("receivedBy", received.by());
        put("receipt", received.receipt());
    }

    private void put(Due due) {
        put("decisionDueOn", due.on());
        put("dueOnIsProvisional", due.provisional());
    }

    /** Not before when the source is left alone: that moves without an act. */
    private void put(@Nullable NextLook look) {
        put("nextLookOn", look == null ? null : look.on());
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value instanceof Long || value instanceof Boolean ? value : value.toString());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
