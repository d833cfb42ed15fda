package io.tongban.permit.message;

import io.tongban.permit.event.PublishedEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an applicant is told of an event.
 *
 * @param template the name of its text
 * @param figures what the text names
 */
record CaseMessage(Template template, Map<String, String> figures) {

    CaseMessage {
        figures = Map.copyOf(figures);
    }

    /** What the applicant is told of the event; empty if nothing. */
    static Optional<CaseMessage> of(PublishedEvent event) {
        return switch (event.type()) {
            case RECEIVED_PROVISIONALLY -> message(Template.RECEIVED, event, "receipt", "settleBy");
            case ACCEPTED -> // at a window, or by the service itself, which settles cases
                message(event.window() == null ? Template.SETTLED : Template.ACCEPTED, event, "decisionDueOn");
            case SENT_TO_REVIEW, REOPENED -> message(Template.REVIEW, event);
            case NOTICE_GIVEN -> message(Template.NOTICE, event, "number");
            case DECIDED ->
                message(
                        event.data().path("decision").asString().equals("GRANTED")
                                ? Template.GRANTED
                                : Template.REFUSED,
                        event);
            case WITHDRAWN, LAPSED, ACCEPTANCE_REVOKED ->
                Optional.of(new CaseMessage(
                        Template.CLOSED, Map.of("result", event.type().name())));
            case CASE_OPENED, ASSESSED, STANDARD_CHOSEN, PAPERS_ADDED, STILL_PENDING, STATEMENT_ADDED, DIED, OVERDUE ->
                Optional.empty();
        };
    }

    private static Optional<CaseMessage> message(Template template, PublishedEvent event, String... figures) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String figure : figures) {
            JsonNode value = event.data().get(figure);
            if (value != null) {
                named.put(figure, value.asString());
            }
        }
        return Optional.of(new CaseMessage(template, named));
    }

    /** The texts that there are. */
    enum Template {
        RECEIVED,
        ACCEPTED,
        SETTLED,
        REVIEW,
        NOTICE,
        CLOSED,
        GRANTED,
        REFUSED;

        /** As the files of texts have it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
