package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.event.FeedCursor;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.platform.clock.BusinessClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event in the structured form of CloudEvents 1.0, as a partner is sent it. */
final class CloudEvent {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    /** It binds accounts to persons, and partners know persons by their consents. */
    private static final String ACCOUNT = "account";

    private static final String OF_A_CASE = "CASE_";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEvent() {}

    /** The name of a type for partners: {@code tongban.case.accepted.v1}. */
    static String type(EventType type) {
        String word = type.name().startsWith(OF_A_CASE) ? type.name().substring(OF_A_CASE.length()) : type.name();
        return "tongban.case." + word.toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
    }

    /**
     * The body of a delivery.
     *
     * @param consent under which the partner is told
     */
    static byte[] body(PublishedEvent event, URI source, UUID consent) {
        ObjectNode body = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", source.toString())
                .put("type", type(event.type()))
                .put("subject", event.caseId().toString())
                .put(
                        "time",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                event.happenedAt().atZone(BusinessClock.ZONE)))
                .put("datacontenttype", "application/json")
                .put("consent", consent.toString())
                .put("cursor", FeedCursor.behind(event.at()).text());
        ObjectNode data = (ObjectNode) event.data().deepCopy();
        data.remove(ACCOUNT);
        body.set("data", data);
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
