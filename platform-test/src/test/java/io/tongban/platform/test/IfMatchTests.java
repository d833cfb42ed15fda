package io.tongban.platform.test;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A controller takes the version that the caller saw; the service says what a request without it is refused with. */
@SampleServiceTest
class IfMatchTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Test
    void theVersionOfAStrongTagIsWhatTheCallerSaw() {
        change("\"7\"").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"8\"");
        change("  \"999999999999999999\" ").expectStatus().isOk();
    }

    @Test
    void aRequestWithoutATagIsRefusedAsTheServiceSays() {
        change().expectStatus().isBadRequest();
        change("").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "7",
                "W/\"7\"",
                "\"7\", \"8\"",
                "\"-7\"",
                "\"seven\"",
                "\"\"",
                "\"0\"",
                "\"9999999999999999999\""
            })
    void anyOtherTagMatchesNoVersion(String tag) {
        change(tag).expectStatus().isNotFound();
    }

    @Test
    void severalLinesAreOneListWhichIsNoVersion() {
        change("\"7\"", "\"7\"").expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec change(String... ifMatch) {
        return http.put()
                .uri("/things/versioned")
                .headers(headers -> {
                    headers.setBearerAuth(tokens.withRoles("maker"));
                    for (String tag : ifMatch) {
                        headers.add(HttpHeaders.IF_MATCH, tag);
                    }
                })
                .exchange();
    }
}
