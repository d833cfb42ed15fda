package io.tongban.permit.casefile.notice;

import io.tongban.engine.rule.CriterionState;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a notice tells the applicant.
 *
 * @param states of the open criteria
 * @param readyOn null: unknown
 * @param json all of it, as it is stored and answered
 */
public record NoticeContent(
        Map<String, CriterionState> states, @Nullable LocalDate readyOn, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public NoticeContent {
        states = Map.copyOf(states);
    }

    /** What a look found open, in the words of its assessment. */
    static NoticeContent of(Look look) {
        Map<String, CriterionState> states =
                look.openPoints().stream().collect(Collectors.toMap(OpenPoint::criterion, OpenPoint::state));
        return new NoticeContent(states, look.readyOn(), json(look, states.keySet()));
    }

    private static String json(Look look, Set<String> open) {
        JsonNode assessment = JSON.readTree(look.assessment());
        ObjectNode content = JSON.createObjectNode();
        ArrayNode points = content.putArray("points");
        for (JsonNode criterion : assessment.path("criteria")) {
            if (open.contains(criterion.path("id").stringValue(""))) {
                points.add(criterion);
            }
        }
        content.set("missing", assessment.path("missing"));
        content.set("readyOn", assessment.path("readyOn"));
        content.set("lapsing", assessment.path("lapsing"));
        content.put("assessment", look.digest());
        return JSON.writeValueAsString(content);
    }

    /** As it was stored. */
    static NoticeContent read(String json) {
        JsonNode content = JSON.readTree(json);
        Map<String, CriterionState> states = new HashMap<>();
        content.path("points")
                .forEach(point -> states.put(
                        point.path("id").asString(),
                        CriterionState.valueOf(point.path("state").asString())));
        JsonNode readyOn = content.path("readyOn");
        return new NoticeContent(states, readyOn.isString() ? LocalDate.parse(readyOn.stringValue()) : null, json);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "NoticeContent[hidden]";
    }
}
