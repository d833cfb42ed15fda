package io.tongban.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description of the interface at {@code /openapi}. */
@CommunityTest
class OpenApiTests {

    /** Where the checks of all descriptions find this one. */
    private static final Path DOCUMENT = Path.of("target", "openapi.json");

    @Autowired
    private Api api;

    @Test
    void everyAddressIsDescribed() throws IOException {
        JsonNode document = api.get("/openapi", Api.NOBODY).expect(200).body();
        Files.writeString(DOCUMENT, document.toPrettyString());
        assertThat(document.path("paths").propertyNames())
                .containsExactly(
                        "/.well-known/jwks.json",
                        "/api/v1/appointments",
                        "/api/v1/appointments/{id}",
                        "/api/v1/appointments/{id}/cancellation",
                        "/api/v1/appointments/{id}/check-in",
                        "/api/v1/appointments/{id}/slot",
                        "/api/v1/divisions",
                        "/api/v1/divisions/{code}",
                        "/api/v1/findings",
                        "/api/v1/tickets",
                        "/api/v1/tickets/{id}",
                        "/api/v1/tickets/{id}/absence",
                        "/api/v1/tickets/{id}/calls",
                        "/api/v1/tickets/{id}/handover",
                        "/api/v1/tickets/{id}/return",
                        "/api/v1/visits",
                        "/api/v1/visits/{id}",
                        "/api/v1/visits/{id}/end",
                        "/api/v1/visits/{id}/handover",
                        "/api/v1/visits/{id}/pass",
                        "/api/v1/windows",
                        "/api/v1/windows/{id}",
                        "/api/v1/windows/{id}/calls",
                        "/api/v1/windows/{id}/capacity",
                        "/api/v1/windows/{id}/hours",
                        "/api/v1/windows/{id}/slots");
    }

    @Test
    void rightsAreThoseOfTheEndpointRules() {
        JsonNode paths = api.get("/openapi", Api.NOBODY).expect(200).body().path("paths");
        assertThat(paths.at("/~1api~1v1~1windows/get/security")).isEmpty();
        assertThat(needs(paths, "/~1api~1v1~1windows/post")).containsExactly("role tier-admin");
        assertThat(needs(paths, "/~1api~1v1~1tickets/post"))
                .containsExactly("role applicant", "role clerk", "role device");
        assertThat(needs(paths, "/~1api~1v1~1visits~1{id}~1end/post")).containsExactly("role clerk", "role supervisor");
        assertThat(needs(paths, "/~1api~1v1~1windows~1{id}~1calls/post")).containsExactly("role clerk");
        assertThat(paths.at("/~1api~1v1~1windows~1{id}~1slots/get/security")).isEmpty();
    }

    @Test
    void aChangeSaysWhichHeaderNamesTheVersionThatWasSeen() {
        JsonNode change = api.get("/openapi", Api.NOBODY)
                .body()
                .path("paths")
                .path("/api/v1/windows/{id}")
                .path("put");
        assertThat(change.path("parameters").valueStream())
                .extracting(parameter -> parameter.path("in").asString() + " "
                        + parameter.path("name").asString())
                .containsExactlyInAnyOrder("path id", "header If-Match");
    }

    /** The context holds the answer to the description. */
    @Test
    void anAddressWithoutParametersSaysThatItRefusesEveryOne() {
        api.get("/.well-known/jwks.json?since=2017", Api.NOBODY).expectProblem(422, "invalid-request");
    }

    private static List<String> needs(JsonNode paths, String operation) {
        return paths.at(operation)
                .path("x-needs-one-of")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
