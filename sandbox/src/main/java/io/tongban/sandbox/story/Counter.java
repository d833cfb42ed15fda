package io.tongban.sandbox.story;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A window and the clerk who works at it. */
final class Counter {

    static final String COMMUNITY_WINDOW = "00000000-0000-7000-8000-330104008008";

    private final Person clerk;
    private final String window;
    private final Expectations expectations;

    Counter(Person clerk, String window, Expectations expectations) {
        this.clerk = clerk;
        this.window = window;
        this.expectations = expectations;
    }

    Person clerk() {
        return clerk;
    }

    String window() {
        return window;
    }

    /** Opens a visit; with a ticket if the applicant took one. */
    Visit open(@Nullable String ticket) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("window", window);
        request.put("item", Jiang.ITEM);
        request.put("present", "APPLICANT");
        if (ticket != null) {
            request.put("ticket", ticket);
        }
        JsonNode visit = expectations
                .require(201, clerk.create("/api/v1/visits", request, Map.of()))
                .body();
        return new Visit(visit.path("id").asString(), visit.path("pass").asString());
    }

    /** Ends a visit in which everything was checked that the assessment checks. */
    JsonNode end(Visit visit, JsonNode assessment, @Nullable String caseId) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("toCheck", criteria(assessment));
        request.put("checked", checked(assessment));
        if (caseId != null) {
            request.put("case", caseId);
        }
        return end(visit, request);
    }

    /** Ends a visit of which only the first point was checked before the window closed. */
    JsonNode cutShort(Visit visit, JsonNode assessment, String reason) throws IOException, InterruptedException {
        return end(
                visit,
                Map.of(
                        "toCheck",
                        criteria(assessment),
                        "checked",
                        checked(assessment).subList(0, 1),
                        "code",
                        "CLOSING",
                        "reason",
                        reason));
    }

    private JsonNode end(Visit visit, Map<String, Object> request) throws IOException, InterruptedException {
        return expectations
                .require(200, clerk.post("/api/v1/visits/" + visit.id() + "/end", request, Map.of()))
                .body();
    }

    private static List<String> criteria(JsonNode assessment) {
        return StreamSupport.stream(assessment.path("criteria").spliterator(), false)
                .map(criterion -> criterion.path("id").asString())
                .toList();
    }

    private static List<Map<String, String>> checked(JsonNode assessment) {
        return StreamSupport.stream(assessment.path("criteria").spliterator(), false)
                .map(criterion -> Map.of(
                        "criterion", criterion.path("id").asString(),
                        "state", criterion.path("state").asString()))
                .toList();
    }

    /** An open visit and the pass that lets its clerk write. */
    record Visit(String id, String pass) {

        Map<String, String> header() {
            return Map.of("Visit-Pass", pass);
        }

        @Override
        public String toString() {
            return "Visit[" + id + "]";
        }
    }
}
