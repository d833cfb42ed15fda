package io.tongban.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tongban.platform.security.AskedRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of an interface says what the controllers' signatures do not. */
@SpringBootTest(
        classes = ThingService.class,
        properties = {
            "tongban.security.issuer=http://127.0.0.1:1/nobody",
            "tongban.security.audience=things",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@AutoConfigureMockMvc
class OpenApiTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private WebInvocationPrivilegeEvaluator rules;

    private JsonNode document = JsonMapper.shared().createObjectNode();

    @BeforeEach
    void readByAnybody() {
        document = JsonMapper.shared()
                .readTree(http.get().uri("/openapi").exchange().getResponse().getContentAsByteArray());
    }

    @Test
    void theWholeIsDescribed() {
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Things");
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(document.at("/tags/0/description").asString()).isEqualTo("Whatever can be made.");
        assertThat(document.at("/paths").propertyNames())
                .containsExactly("/things", "/things/{id}", "/things/{id}/parts");
    }

    @Test
    void whoMayCallIsWhatTheEndpointRulesSay() {
        assertThat(operation("get", "/things").at("/security")).isEmpty();
        assertThat(operation("get", "/things").at("/description").asString()).endsWith("For everyone.");
        assertThat(operation("get", "/things/{id}/parts").at("/security").toString())
                .isEqualTo("[{},{\"token\":[]}]");
        assertThat(operation("post", "/things").at("/security").toString()).isEqualTo("[{\"token\":[]}]");
        assertThat(operation("post", "/things").at("/description").asString()).endsWith("Needs the role maker.");
        assertThat(texts(operation("get", "/things/{id}").at("/x-needs-one-of")))
                .containsExactly("role maker", "scope things:read");
        assertThat(operation("put", "/things/{id}").at("/description").asString())
                .endsWith("For everyone who is signed in.");
    }

    @Test
    void anOperationThatNoNamedAuthorityOpensIsAMistakeOfTheDescription() {
        OperationRights rights = new OperationRights(new AskedRules(rules, Set.of("ROLE_reader")));
        assertThatIllegalStateException()
                .isThrownBy(() -> rights.describe(new Operation(), HttpMethod.POST, "/things", true))
                .withMessageContaining("POST /things");
    }

    @Test
    void onlyWhatAClientSendsIsAParameter() {
        assertThat(parameters("get", "/things")).containsExactly("query after", "query limit");
        assertThat(parameters("post", "/things")).containsExactly("header Idempotency-Key");
        assertThat(parameters("put", "/things/{id}")).containsExactly("path id", "header If-Match");
        assertThat(parameters("get", "/things/{id}/parts")).containsExactly("path id", "header If-Match");
        assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("Caller", "PageRequest");
        assertThat(operation("post", "/things").at("/parameters/0/required").asBoolean())
                .isTrue();
        assertThat(operation("put", "/things/{id}").at("/parameters/1/required").asBoolean())
                .as("without it the answer is 428")
                .isTrue();
        assertThat(operation("get", "/things/{id}/parts")
                        .at("/parameters/1/required")
                        .asBoolean())
                .isFalse();
        assertThat(operation("put", "/things/{id}")
                        .at("/parameters/1/description")
                        .asString())
                .startsWith("The ETag that was read");
    }

    @Test
    void everyProblemOfTheKindAndOfTheDeclarationIsAnAnswer() {
        assertThat(problems("get", "/things"))
                .isEqualTo(Map.of(
                        "400", List.of("bad-request", "unreadable-header"),
                        "406", List.of("not-acceptable"),
                        "422", List.of("invalid-request"),
                        "500", List.of("internal")));
        assertThat(problems("post", "/things"))
                .isEqualTo(Map.of(
                        "400",
                                List.of(
                                        "bad-request",
                                        "unreadable-header",
                                        "unreadable-json",
                                        "idempotency-key-missing"),
                        "401", List.of("not-signed-in"),
                        "403", List.of("not-allowed"),
                        "406", List.of("not-acceptable"),
                        "409", List.of("idempotency-key-in-use", "idempotency-answer-lost", "thing-broken"),
                        "413", List.of("body-too-large"),
                        "415", List.of("unsupported-media-type"),
                        "422", List.of("invalid-request", "idempotency-key-reused"),
                        "500", List.of("internal"),
                        "503", List.of("unavailable")));
        assertThat(problems("put", "/things/{id}"))
                .containsEntry("404", List.of("thing-missing"))
                .containsEntry("409", List.of("thing-broken"))
                .doesNotContainKey("403");
        JsonNode missing = operation("get", "/things/{id}").at("/responses/404");
        assertThat(missing.at("/description").asString())
                .isEqualTo("* `/errors/thing-missing`: There is no thing {thing}.");
        assertThat(missing.at("/content/application~1problem+json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void aProblemHasTheMembersThatAreWritten() {
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .containsExactly("type", "title", "status", "detail", "requestId", "errors");
    }

    @Test
    void whatIsNotNullableIsRequired() {
        JsonNode thing = document.at("/components/schemas/Thing");
        assertThat(texts(thing.at("/required"))).containsExactly("id", "name", "parts");
        assertThat(texts(thing.at("/properties/note/type"))).containsExactly("string", "null");
        JsonNode part = document.at("/components/schemas/NewThing/properties/part");
        assertThat(part.at("/oneOf/0/$ref").asString()).isEqualTo("#/components/schemas/ThingPart");
        assertThat(part.at("/oneOf/1/type").asString()).isEqualTo("null");
    }

    @Test
    void ofAPartWhoseMembersAreThoseOfTheWholeTheSameIsRequiredUnlessThePartMayBeAbsent() {
        assertThat(texts(document.at("/components/schemas/ChangedThing/required")))
                .containsExactly("id", "name", "parts", "times");
    }

    @Test
    void aShapeIsCalledAfterTheShapesThatItLiesInAndNotAfterTheClassThatHoldsThem() {
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("Thing", "ThingPart", "ThingColour")
                .noneMatch(name -> name.startsWith("ThingService"));
    }

    @Test
    void aPatternMeansTheWholeText() {
        assertThat(document.at("/components/schemas/NewThing/properties/name/pattern")
                        .asString())
                .isEqualTo("^(?:[a-z]+)$");
        assertThat(document.at("/components/schemas/NewThing/properties/word").has("pattern"))
                .as("what only Java reads")
                .isFalse();
    }

    @Test
    void anExampleGivesStatusHeadersAndBodies() {
        JsonNode make = operation("post", "/things");
        assertThat(make.at("/responses").propertyNames()).startsWith("201").doesNotContain("200");
        assertThat(make.at("/responses/201/headers").propertyNames()).containsExactly("ETag", "Location");
        assertThat(make.at("/requestBody/content/application~1json/examples/makeThing/value/name")
                        .asString())
                .isEqualTo("lamp");
        assertThat(make.at("/responses/201/content/application~1json/examples/makeThing/value/parts/0/size")
                        .asInt())
                .isEqualTo(2);
        assertThat(make.at("/responses/409/content/application~1problem+json/examples/broken/value/type")
                        .asString())
                .isEqualTo("/errors/thing-broken");
    }

    @Test
    void anExampleOfAnAnswerThatIsNeverGivenIsAMistake() {
        OperationExample example = new OperationExample(
                "getThing",
                "getThing",
                null,
                OperationExample.Request.NOTHING,
                new OperationExample.Answer(418, Map.of(), null),
                List.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> new OperationExamples(List.of(example))
                        .show(new Operation().operationId("getThing").responses(new ApiResponses())))
                .withMessageContaining("418");
    }

    @Test
    void anAnswerInOneOfSeveralMediaTypesIsShownThere() {
        OperationExample example = new OperationExample(
                "getThing",
                "getThing",
                null,
                new OperationExample.Request(Map.of(), Map.of(), Map.of(), "application/ld+json", null),
                new OperationExample.Answer(200, Map.of(), Map.of("name", "lamp")),
                List.of());
        MediaType page = new MediaType();
        MediaType linked = new MediaType();
        Content content = new Content().addMediaType("text/html", page).addMediaType("application/ld+json", linked);
        new OperationExamples(List.of(example))
                .show(new Operation()
                        .operationId("getThing")
                        .responses(new ApiResponses().addApiResponse("200", new ApiResponse().content(content))));
        assertThat(page.getExamples()).isNull();
        assertThat(linked.getExamples()).containsOnlyKeys("getThing");
    }

    private JsonNode operation(String method, String path) {
        JsonNode operation = document.path("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        return operation;
    }

    private List<String> parameters(String method, String path) {
        return operation(method, path)
                .at("/parameters")
                .valueStream()
                .map(parameter -> parameter.path("in").asString() + " "
                        + parameter.path("name").asString())
                .toList();
    }

    private Map<String, List<String>> problems(String method, String path) {
        return operation(method, path)
                .at("/responses")
                .propertyStream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, response -> texts(response.getValue().path("x-problem-types"))));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
