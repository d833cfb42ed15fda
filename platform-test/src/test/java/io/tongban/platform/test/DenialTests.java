package io.tongban.platform.test;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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
    void refusesAnExpiredToken() {
        get("/me", tokens.token().expiresIn(Duration.ofMinutes(-2)).sign())
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void takesTheRightToken() {
        get("/me", tokens.withRoles("maker"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.subject")
                .isEqualTo("account-1");
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
