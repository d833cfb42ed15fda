package io.tongban.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The description of the API at {@code /openapi}. */
@CommunityTest
class OpenApiTests {

    @Autowired
    private Api api;

    @Test
    void everyAddressIsDescribed() {
        Api.Answer description = api.get("/openapi", Api.NOBODY).expect(200);
        assertThat(description.text("openapi")).startsWith("3.1");
        assertThat(description.body().path("paths").propertyNames())
                .contains(
                        "/api/v1/divisions",
                        "/api/v1/divisions/{code}",
                        "/api/v1/windows",
                        "/api/v1/windows/{id}",
                        "/api/v1/windows/{id}/hours",
                        "/api/v1/tickets",
                        "/api/v1/tickets/{id}",
                        "/api/v1/visits",
                        "/api/v1/visits/{id}",
                        "/api/v1/visits/{id}/pass",
                        "/api/v1/visits/{id}/end");
    }

    @Test
    void aCreateNeedsAKeyAndATokenAndTheCallerIsNoParameter() {
        Api.Answer description = api.get("/openapi", Api.NOBODY);
        var create = description.body().path("paths").path("/api/v1/visits").path("post");
        assertThat(create.path("parameters")).hasSize(1);
        assertThat(create.path("parameters").path(0).path("name").asString()).isEqualTo("Idempotency-Key");
        assertThat(create.path("security")).isNotEmpty();
        assertThat(description.body().path("components").path("schemas").has("Caller"))
                .isFalse();
    }

    @Test
    void aChangeSaysWhichHeaderNamesTheVersionThatWasSeen() {
        var change = api.get("/openapi", Api.NOBODY)
                .body()
                .path("paths")
                .path("/api/v1/windows/{id}")
                .path("put");
        assertThat(change.path("parameters").valueStream())
                .extracting(parameter -> parameter.path("in").asString() + " "
                        + parameter.path("name").asString())
                .containsExactlyInAnyOrder("path id", "header If-Match");
    }
}
