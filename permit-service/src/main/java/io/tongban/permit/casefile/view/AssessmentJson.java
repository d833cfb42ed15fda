package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.look.Look;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An assessment on the wire: its canonical members and the digest that covers them. */
public final class AssessmentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AssessmentJson() {}

    public static ObjectNode of(Look look) {
        ObjectNode assessment = (ObjectNode) JSON.readTree(look.assessment());
        assessment.put("digest", look.digest());
        return assessment;
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
