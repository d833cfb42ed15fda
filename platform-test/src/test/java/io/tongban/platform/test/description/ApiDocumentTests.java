package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each way in which a request or an answer can differ from the description is noticed. */
class ApiDocumentTests {

    private static final ApiDocument DOCUMENT =
            new ApiDocument(JsonMapper.shared().readTree("""
            {"paths": {
               "/things/{id}": {"get": {"operationId": "getThing"}},
               "/things/new": {"post": {"operationId": "makeThing",
                 "parameters": [{"in": "query", "name": "size"}],
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                 "responses": {
                   "201": {"headers": {"Location": {}},
                           "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                   "409": {"x-problem-types": ["thing-broken"],
                           "content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}},
             "components": {"schemas": {"Thing": {
               "type": "object", "required": ["name"],
               "properties": {"name": {"type": "string"}, "on": {"type": ["string", "null"], "format": "date"}}}}}}
            """));

    private static final String JSON = "application/json;charset=UTF-8";

    @Test
    void theOperationOfAnAddressIsTheOneThatNamesItMostClosely() {
        assertThat(DOCUMENT.operation("GET", "/things/7").orElseThrow().path()).isEqualTo("/things/{id}");
        assertThat(DOCUMENT.operation("POST", "/things/new").orElseThrow().path())
                .isEqualTo("/things/new");
        assertThat(DOCUMENT.operation("DELETE", "/things/7")).isEmpty();
        assertThat(DOCUMENT.operation("GET", "/things/7/parts")).isEmpty();
    }

    @Test
    void anAnswerAsDescribedPasses() {
        assertThat(answered(201, JSON, Set.of("Location"), "{\"name\": \"lamp\", \"on\": \"2017-05-08\"}"))
                .isEmpty();
        assertThat(answered(201, JSON, Set.of("location"), "{\"name\": \"lamp\", \"on\": null}"))
                .isEmpty();
        assertThat(answered(409, "application/problem+json", Set.of(), "{\"type\": \"/errors/thing-broken\"}"))
                .isEmpty();
    }

    @Test
    void whatIsNotDescribedIsNoticed() {
        String lamp = "{\"name\": \"lamp\"}";
        assertThat(answered(200, JSON, Set.of(), lamp)).containsExactly("the answer 200 is not described");
        assertThat(answered(201, JSON, Set.of(), lamp))
                .containsExactly("the header Location is described and not there");
        assertThat(answered(201, "text/html", Set.of("Location"), lamp)).hasSize(1);
        assertThat(answered(201, JSON, Set.of("Location"), "{}")).hasSize(1);
        assertThat(answered(201, JSON, Set.of("Location"), "{\"name\": null}")).hasSize(1);
        assertThat(answered(201, JSON, Set.of("Location"), "{\"name\": \"lamp\", \"colour\": 1}"))
                .hasSize(1);
        assertThat(answered(201, JSON, Set.of("Location"), "{\"name\": \"lamp\", \"on\": \"today\"}"))
                .hasSize(1);
        assertThat(answered(409, "application/problem+json", Set.of(), "{\"type\": \"/errors/not-found\"}"))
                .containsExactly("the problem /errors/not-found is not described");
    }

    @Test
    void aRequestThatWasCarriedOutIsHeldToTheDescriptionToo() {
        assertThat(asked(Set.of("size"), "{\"name\": \"lamp\"}")).isEmpty();
        assertThat(asked(Set.of("colour"), "{\"name\": \"lamp\"}"))
                .containsExactly("the parameter colour is not described");
        assertThat(asked(Set.of(), "{\"nme\": \"lamp\"}")).isNotEmpty();
    }

    private static List<String> answered(int status, String contentType, Set<String> headers, String body) {
        return DOCUMENT.operation("makeThing")
                .orElseThrow()
                .unlikeAnswer(status, contentType, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> asked(Set<String> query, String body) {
        return DOCUMENT.operation("makeThing")
                .orElseThrow()
                .unlikeRequest(query, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
