package io.tongban.permit.event;

import io.tongban.permit.casefile.ledger.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of an event of each type: ids, states, days and digests. A member of the ledger that is not named here is told to nobody;
 * docs/events.md is this table.
 */
final class EventShape {

    static final String ACCOUNT = "account";

    private static final String POINTS = "points";
    private static final String OPEN_POINTS = "openPoints";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventShape() {}

    static List<String> members(EventType type) {
        return switch (type) {
            case CASE_OPENED ->
                List.of(
                        ACCOUNT,
                        "item",
                        "responsibleAuthority",
                        "route",
                        "standardDigest",
                        "standardVersion",
                        "windowAuthority");
            case ASSESSED ->
                List.of(
                        "appliedOn",
                        "asOf",
                        "assessment",
                        "choiceOpen",
                        "complete",
                        "evidence",
                        OPEN_POINTS,
                        "otherAssessment",
                        "otherOutcome",
                        "otherStandardDigest",
                        "otherStandardVersion",
                        "outcome",
                        "readAt",
                        "standardDigest",
                        "standardVersion");
            case STANDARD_CHOSEN ->
                List.of(
                        "assessment",
                        "otherAssessment",
                        "otherStandardDigest",
                        "otherStandardVersion",
                        "standardDigest",
                        "standardVersion");
            case NOTICE_GIVEN -> List.of("assessment", "givenOn", "number", POINTS, "readyOn");
            case PAPERS_ADDED -> List.of("answered", "count");
            case RECEIVED_PROVISIONALLY -> List.of("decisionDueOn", "receipt", "settleBy");
            case STILL_PENDING -> List.of("asOf", "assessment", "nextLookOn", "settleBy", "standardVersion");
            case SENT_TO_REVIEW -> List.of("decisionDueOn", "reason", "since");
            case ACCEPTED -> List.of("acceptedOn", "decisionDueOn", "dueOnIsProvisional");
            case DECIDED -> List.of("criteria", "decidedOn", "decision", "lastOutcome");
            case STATEMENT_ADDED -> List.of("kind");
            case REOPENED -> List.of("orderKind");
            case OVERDUE -> List.of("against", "clock", "step");
            case WITHDRAWN, LAPSED, ACCEPTANCE_REVOKED, DIED -> List.of();
        };
    }

    /**
     * What is told of an event.
     *
     * @param payload as the ledger has it
     * @param account the keyed index that the applicant's account is bound to, where a case was opened; else null
     * @param points as they are stored of the notice, where one was given; else null
     */
    static ObjectNode data(EventType type, String payload, @Nullable String account, @Nullable List<String> points) {
        JsonNode kept = JSON.readTree(payload);
        ObjectNode told = JSON.createObjectNode();
        for (String member : members(type)) {
            switch (member) {
                case ACCOUNT -> {
                    if (account != null) {
                        told.put(ACCOUNT, account);
                    }
                }
                case POINTS -> put(told, POINTS, points == null ? null : points(points));
                case OPEN_POINTS -> put(told, OPEN_POINTS, openPoints(kept.get(OPEN_POINTS)));
                default -> put(told, member, kept.get(member));
            }
        }
        return told;
    }

    private static void put(ObjectNode told, String member, @Nullable JsonNode value) {
        if (value != null) {
            told.set(member, value);
        }
    }

    /** {@code criterion STATE}, as the ledger has each, in two members. */
    private static @Nullable ArrayNode openPoints(@Nullable JsonNode kept) {
        if (kept == null) {
            return null;
        }
        ArrayNode told = JSON.createArrayNode();
        for (JsonNode each : kept) {
            String[] parts = each.asString().split(" ", 2);
            told.addObject().put("point", parts[0]).put("state", parts.length > 1 ? parts[1] : "");
        }
        return told;
    }

    /** Notices of long ago have the code of a unit in the clear, as {@code criterion:kind:UNIT}: it is left out. */
    private static ArrayNode points(List<String> stored) {
        ArrayNode told = JSON.createArrayNode();
        stored.stream()
                .map(point -> point.split(":", 3))
                .map(parts -> parts.length == 1 ? parts[0] : parts[0] + ":" + parts[1])
                .distinct()
                .forEach(told::add);
        return told;
    }
}
