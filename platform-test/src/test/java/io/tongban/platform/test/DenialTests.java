package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Everything is denied unless it is granted, and a token is checked in every respect. */
@SampleServiceTest
class DenialTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Test
    void whatNobodyGrantedIsDeniedToStrangersAndToThoseSignedIn() {
        http.get()
                .uri("/ungranted")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-signed-in");
        get("/ungranted", tokens.withRoles("maker"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-allowed");
    }

    @Test
    void aRefusalSaysWhichRoleIsMissing() {
        get("/things/json", tokens.withRoles("stranger"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-allowed")
                .jsonPath("$.needsOneOf")
                .isEqualTo(List.of("role maker", "role reader"));
        get("/scoped", tokens.withRoles("maker"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.needsOneOf")
                .isEqualTo(List.of("scope things:read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/things/json/",
                "/me/",
                "/error",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void whatDoesNotExistOrBelongsToManagementIsNotThere(String path) {
        http.get().uri(path).exchange().expectStatus().isUnauthorized();
        get(path, tokens.withRoles("maker"))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-found");
    }

    @Test
    void aWrongMethodIsSaidToWhoIsSignedInAndToAllWhereAllMayCall() {
        http.get().uri("/open/today").exchange().expectStatus().isOk();
        http.post()
                .uri("/open/today")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET");
        http.post()
                .uri("/open/today")
                .headers(headers -> headers.setBearerAuth(tokens.forged()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.delete().uri("/me").exchange().expectStatus().isUnauthorized();
        http.delete()
                .uri("/me")
                .headers(headers -> headers.setBearerAuth(tokens.withRoles("maker")))
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/method-not-allowed");
    }

    @Test
    void takesATokenThatIsRightInEveryRespect() {
        get("/me", tokens.token().sign())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("account-1");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        refused(tokens.token().issuer("http://127.0.0.1:1/other").sign());
    }

    @Test
    void refusesATokenForAnotherAudience() {
        refused(tokens.token().audience("another-service").sign());
    }

    @Test
    void refusesAnExpiredToken() {
        refused(tokens.token().expiresIn(Duration.ofMinutes(-1)).sign());
    }

    @Test
    void refusesATokenThatNeverExpires() {
        refused(tokens.token().claim("exp", null).sign());
    }

    @Test
    void refusesATokenWithoutASubject() {
        refused(tokens.token().claim("sub", null).sign());
    }

    @Test
    void refusesAForgedToken() {
        refused(tokens.forged());
        refused(tokens.forged()); // the issuer's keys are not fetched for each of them, and that is not our failure
        refused(tokens.forged());
        refused("not.a.token");
    }

    @Test
    void rolesAndScopesOpenWhatTheyAreGranted() {
        get("/things/json", tokens.withRoles("reader")).expectStatus().isOk();
        get("/things/json", tokens.withRoles("stranger")).expectStatus().isForbidden();
        get("/things/json", tokens.withScope("maker reader")).expectStatus().isForbidden(); // a scope is no role
        get("/scoped", tokens.withScope("other things:read")).expectStatus().isOk();
        get("/scoped", tokens.withScope("things:readers")).expectStatus().isForbidden();
    }

    @Test
    void aRefusalInsideAControllerIsAProblemToo() {
        get("/things/forbidden-inside", tokens.withRoles("maker"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-allowed");
    }

    @Test
    void aControllerLearnsWhoCalls() {
        String body = get("/me", tokens.clerk("district", "330104000000", "police-330104"))
                .returnResult(String.class)
                .getResponseBody();
        assertThat(body)
                .contains("\"clientId\":\"test-client\"", "\"roles\":[\"clerk\"]")
                .contains("\"tier\":\"district\"", "\"division\":\"330104000000\"", "\"authority\":\"police-330104\"")
                .contains("\"person\":null");
    }

    private void refused(String token) {
        get("/me", token)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/errors/not-signed-in");
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
