package io.tongban.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.description.ExampleCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description of the interface at {@code /openapi}. */
@PermitServiceTest
class OpenApiTests {

    /** Where the checks of all descriptions find this one. */
    private static final Path DOCUMENT = Path.of("target", "openapi.json");

    @Autowired
    private TestWindow window;

    @Test
    void everyAddressIsDescribed() throws IOException {
        JsonNode document = document();
        Files.writeString(DOCUMENT, document.toPrettyString());
        assertThat(document.path("paths").propertyNames())
                .containsExactly(
                        "/api/v1/assessments",
                        "/api/v1/cases",
                        "/api/v1/cases/{id}",
                        "/api/v1/cases/{id}/acceptance",
                        "/api/v1/cases/{id}/death",
                        "/api/v1/cases/{id}/decision",
                        "/api/v1/cases/{id}/export",
                        "/api/v1/cases/{id}/ledger",
                        "/api/v1/cases/{id}/looks",
                        "/api/v1/cases/{id}/messages",
                        "/api/v1/cases/{id}/papers",
                        "/api/v1/cases/{id}/reopening",
                        "/api/v1/cases/{id}/revocation",
                        "/api/v1/cases/{id}/standard",
                        "/api/v1/cases/{id}/statements",
                        "/api/v1/cases/{id}/withdrawal",
                        "/api/v1/consents",
                        "/api/v1/consents/questions",
                        "/api/v1/consents/{id}/withdrawal",
                        "/api/v1/ended-visits",
                        "/api/v1/events",
                        "/api/v1/standards",
                        "/api/v1/standards/drafts",
                        "/api/v1/standards/in-force",
                        "/api/v1/standards/laws/{law}",
                        "/api/v1/standards/{item}",
                        "/api/v1/standards/{item}/{version}",
                        "/api/v1/standards/{item}/{version}/approval",
                        "/api/v1/standards/{item}/{version}/check",
                        "/api/v1/standards/{item}/{version}/document",
                        "/api/v1/standards/{item}/{version}/draft",
                        "/api/v1/standards/{item}/{version}/guide",
                        "/api/v1/standards/{item}/{version}/guide.html",
                        "/api/v1/standards/{item}/{version}/guide.jsonld",
                        "/api/v1/standards/{item}/{version}/guide.pdf",
                        "/api/v1/standards/{item}/{version}/publication",
                        "/api/v1/standards/{item}/{version}/rejection",
                        "/api/v1/standards/{item}/{version}/test",
                        "/api/v1/webhooks",
                        "/api/v1/webhooks/{id}",
                        "/api/v1/webhooks/{id}/dead-letters",
                        "/api/v1/webhooks/{id}/removal",
                        "/api/v1/webhooks/{id}/replays",
                        "/api/v1/webhooks/{id}/secrets");
    }

    @Test
    void everyOperationHasAnExample() {
        assertThat(ExampleCalls.all().map(OperationExample::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(document().path("paths").findValuesAsString("operationId"));
    }

    @Test
    void rightsAreThoseOfTheEndpointRules() {
        assertThat(operation("/api/v1/standards/{item}", "get").path("security"))
                .isEmpty();
        assertThat(texts(operation("/api/v1/assessments", "post").path("x-needs-one-of")))
                .containsExactly("role api-consumer", "role applicant", "role clerk");
        assertThat(texts(operation("/api/v1/cases/{id}/decision", "post").path("x-needs-one-of")))
                .containsExactly("role reviewer");
        assertThat(texts(operation("/api/v1/ended-visits", "post").path("x-needs-one-of")))
                .containsExactly("scope visits:end");
        assertThat(texts(operation("/api/v1/events", "get").path("x-needs-one-of")))
                .containsExactly("scope events:read");
        assertThat(texts(operation("/api/v1/standards/{item}/{version}/approval", "post")
                        .path("x-needs-one-of")))
                .containsExactly("role standards-approver");
    }

    @Test
    void onlyWhatAClientSendsIsAParameter() {
        assertThat(parameters("/api/v1/cases", "post")).containsExactly("header Visit-Pass", "header Idempotency-Key!");
        assertThat(parameters("/api/v1/cases/{id}/acceptance", "post"))
                .containsExactly("path id!", "header Visit-Pass", "header If-Match!");
        assertThat(parameters("/api/v1/cases/{id}/decision", "post")).containsExactly("path id!", "header If-Match!");
        assertThat(parameters("/api/v1/cases/{id}/ledger", "get"))
                .containsExactly("path id!", "query after", "query limit", "header Visit-Pass");
        assertThat(parameters("/api/v1/standards/{item}/{version}/check", "post"))
                .as("without a version whichever is there is checked")
                .containsExactly("path item!", "path version!", "header If-Match");
        assertThat(parameters("/api/v1/standards/{item}/{version}/guide", "get"))
                .containsExactly("path item!", "path version!", "query lang", "header If-None-Match");
        assertThat(texts(operation("/api/v1/standards/{item}/{version}/guide.pdf", "get")
                        .at("/parameters/2/schema/enum")))
                .containsExactly("zh", "en");
        assertThat(parameters("/api/v1/standards/laws/{law}", "get")).containsExactly("path law!");
    }

    @Test
    void aVisitPassThatDoesNotOpenTheDoorIsAnAnswerWhereOneIsTaken() {
        JsonNode answers = operation("/api/v1/cases/{id}/papers", "post").path("responses");
        assertThat(texts(answers.at("/401/x-problem-types")))
                .containsExactly(
                        "not-signed-in",
                        "visit-pass-missing",
                        "visit-pass-invalid",
                        "visit-pass-expired",
                        "visit-ended");
        assertThat(texts(answers.at("/403/x-problem-types")))
                .containsExactly("not-allowed", "visit-pass-not-yours", "visit-pass-for-another-item");
    }

    @Test
    void anAssessmentIsDescribedToItsLastMember() {
        JsonNode schemas = document().at("/components/schemas");
        assertThat(schemas.at("/CaseAnswer/properties/assessment/$ref").asString())
                .isEqualTo("#/components/schemas/AssessmentAnswer");
        assertThat(schemas.at("/PreCheckAnswer/properties/routes/items/$ref").asString())
                .isEqualTo("#/components/schemas/AssessedRoute");
        assertThat(texts(schemas.at("/AssessedRoute/required")))
                .contains("outcome", "criteria", "digest", "rank", "papersToBring")
                .doesNotContain("readyOn");
        assertThat(schemas.at("/CanonicalAssessmentCriterion/properties/state/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/CriterionState");
    }

    private JsonNode document() {
        return window.call().get("/openapi").expect(200).json();
    }

    private JsonNode operation(String path, String method) {
        return document().path("paths").path(path).path(method);
    }

    /** Each with its place; those that are required with an exclamation mark. */
    private List<String> parameters(String path, String method) {
        return operation(path, method)
                .path("parameters")
                .valueStream()
                .map(parameter -> "%s %s%s"
                        .formatted(
                                parameter.path("in").asString(),
                                parameter.path("name").asString(),
                                parameter.path("required").asBoolean(false) ? "!" : ""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
