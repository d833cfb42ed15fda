package io.tongban.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.problem.ProblemTexts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The descriptions of the services become one from which one client can be made. */
class WholeDescriptionTests {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:1");
    private static final DescribedService LAMPS =
            DescribedService.routed("lamp-service", ADDRESS, List.of("/api/v1/lamps/**"));
    private static final DescribedService CUPS =
            DescribedService.routed("cup-service", ADDRESS, List.of("/api/v1/cups/**"));
    private static final DescribedService STORE = DescribedService.inside("store", ADDRESS);

    private static final JsonNode LAMP_DOCUMENT = json("""
            {"info": {"title": "Lamps", "version": "v1", "description": "Makes lamps.\\n\\nErrors are problems."},
             "tags": [{"name": "lamps", "description": "Lamps."}, {"name": "keys", "description": "Keys."}],
             "paths": {
               "/api/v1/lamps": {"post": {"operationId": "makeLamp", "tags": ["lamps"],
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                 "responses": {
                   "503": {"description": "* away", "x-problem-types": ["unavailable"],
                     "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
               "/api/v1/lamps/{id}": {"get": {"operationId": "getLamp", "tags": ["lamps"], "responses": {
                 "200": {"description": "OK.",
                   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}}}}},
               "/.well-known/jwks.json": {"get": {"operationId": "listKeys", "tags": ["keys"], "responses": {}}}},
             "components": {
               "schemas": {
                 "Thing": {"type": "object", "properties": {"part": {"$ref": "#/components/schemas/Part"}}},
                 "Box": {"type": "object", "properties": {"thing": {"$ref": "#/components/schemas/Thing"}}},
                 "Part": {"type": "string"}, "Unused": {"type": "string"}, "Problem": {"type": "object"}},
               "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}}}
            """);
    private static final JsonNode CUP_DOCUMENT = json("""
            {"info": {"title": "Cups", "version": "v1"},
             "tags": [{"name": "cups", "description": "Cups."}],
             "paths": {"/api/v1/cups": {"get": {"operationId": "listCups", "tags": ["cups"], "responses": {
                 "200": {"description": "OK.",
                   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                 "201": {"description": "Created.",
                   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}}}}}},
             "components": {"schemas": {
                 "Thing": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
                 "Box": {"type": "object", "properties": {"thing": {"$ref": "#/components/schemas/Thing"}}},
                 "Part": {"type": "string"}}}}
            """);
    private static final JsonNode STORE_DOCUMENT = json("""
            {"info": {"title": "Store", "version": "v1"},
             "paths": {"/api/v1/shelves": {"get": {"operationId": "listShelves", "responses": {}}}}}
            """);

    private final WholeDescription whole =
            new WholeDescription(ProblemTexts.load(getClass().getClassLoader()));

    @Test
    void everyAddressThatTheGatewayLeadsToIsThereAndNoOtherOfARoutedService() {
        assertThat(merged().path("paths").propertyNames())
                .containsExactly("/api/v1/cups", "/api/v1/lamps", "/api/v1/lamps/{id}", "/api/v1/shelves");
        assertThat(merged().path("tags")
                        .valueStream()
                        .map(tag -> tag.path("name").asString()))
                .as("of what is shown, in order")
                .containsExactly("cups", "lamps");
        assertThat(merged().at("/info/description").asString())
                .contains("* Lamps", "* Cups", "* Store: inside the house only", "Errors are problems.");
        assertThat(merged().at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void whatTheGatewayDoesNotLeadToHasServersOfItsOwn() {
        assertThat(merged().at("/paths/~1api~1v1~1shelves/servers/0/url").asString())
                .isEqualTo("http://store");
        assertThat(merged().at("/paths/~1api~1v1~1cups").has("servers")).isFalse();
        assertThat(merged().at("/paths/~1api~1v1~1shelves/get/responses"))
                .as("without what the gateway answers")
                .isEmpty();
    }

    @Test
    void shapesThatDifferUnderOneNameGetTwo() {
        JsonNode schemas = merged().at("/components/schemas");
        assertThat(schemas.propertyNames())
                .containsExactly("Box", "CupServiceBox", "CupServiceThing", "Part", "Problem", "Thing");
        assertThat(schemas.at("/Box/properties/thing/$ref").asString()).isEqualTo("#/components/schemas/Thing");
        assertThat(schemas.at("/CupServiceBox/properties/thing/$ref").asString())
                .as("equal in words, of another shape")
                .isEqualTo("#/components/schemas/CupServiceThing");
        assertThat(schemas.at("/CupServiceThing/items/$ref").asString()).isEqualTo("#/components/schemas/Part");
        assertThat(merged().at("/paths/~1api~1v1~1cups/get/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/CupServiceThing");
    }

    @Test
    void everyOperationCanBeAnsweredByTheGatewayToo() {
        JsonNode read = merged().at("/paths/~1api~1v1~1cups/get/responses");
        assertThat(read.propertyNames()).containsExactly("200", "201", "429", "502", "503", "504");
        assertThat(read.at("/429/content/application~1problem+json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Problem");
        JsonNode write = merged().at("/paths/~1api~1v1~1lamps/post/responses");
        assertThat(write.propertyNames()).containsExactly("408", "413", "429", "502", "503", "504");
        assertThat(write.at("/503/x-problem-types").valueStream().map(JsonNode::asString))
                .containsExactly("unavailable", "lane-full", "service-not-reached");
        assertThat(write.at("/503/description").asString()).startsWith("* away\n* `/errors/lane-full`: ");
    }

    @Test
    void theServicesOwnDocumentsStayAsTheyAre() {
        JsonNode before = LAMP_DOCUMENT.deepCopy();
        merged();
        assertThat(LAMP_DOCUMENT).isEqualTo(before);
    }

    /** What the build checks of the whole: the documents that the tests of the services have written, put together. */
    @Test
    void theDescriptionsOfTheServicesBecomeOne() throws IOException {
        Map<DescribedService, JsonNode> documents = new LinkedHashMap<>();
        add(
                documents,
                DescribedService.routed(
                        "permit-service",
                        ADDRESS,
                        List.of("/api/v1/standards/**", "/api/v1/assessments/**", "/api/v1/cases/**")));
        add(
                documents,
                DescribedService.routed(
                        "community-service",
                        ADDRESS,
                        List.of(
                                "/api/v1/divisions/**",
                                "/api/v1/windows/**",
                                "/api/v1/tickets/**",
                                "/api/v1/visits/**",
                                "/api/v1/appointments/**",
                                "/api/v1/findings/**")));
        add(documents, DescribedService.inside("insurance-adapter", ADDRESS));
        Assumptions.assumeTrue(documents.size() == 3, "the tests of the services have not run");
        JsonNode all = whole.of(documents);
        assertThat(all.path("paths").propertyNames())
                .contains("/api/v1/assessments", "/api/v1/cases", "/api/v1/visits", "/api/v1/contribution-queries");
        assertThat(all.path("paths").findValuesAsString("operationId"))
                .as("one method of a generated client for each")
                .doesNotHaveDuplicates();
        assertThat(all.at("/components/schemas").propertyNames())
                .as("no two services name different shapes alike")
                .noneMatch(name -> name.startsWith("CommunityService") || name.startsWith("InsuranceAdapter"));
        assertThat(all.at("/components/schemas").propertyNames()).contains("CaseAnswer", "AssessmentAnswer");
        Files.writeString(Path.of("target", "openapi.json"), all.toPrettyString());
    }

    private static void add(Map<DescribedService, JsonNode> documents, DescribedService service) throws IOException {
        Path document = Path.of("..", service.name(), "target", "openapi.json");
        if (Files.exists(document)) {
            documents.put(service, json(Files.readString(document)));
        }
    }

    private JsonNode merged() {
        Map<DescribedService, JsonNode> documents = new LinkedHashMap<>();
        documents.put(LAMPS, LAMP_DOCUMENT);
        documents.put(CUPS, CUP_DOCUMENT);
        documents.put(STORE, STORE_DOCUMENT);
        return whole.of(documents);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
