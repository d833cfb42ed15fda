package io.tongban.permit.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.content;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import io.tongban.permit.contributions.ServiceToken.Credentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

/** When a token is used again, and when it is renewed. */
class ServiceTokenTests {

    private static final URI TOKEN_URI = URI.create("http://identity.example/token");

    private final RestClient.Builder http = RestClient.builder();
    private final MockRestServiceServer identityProvider =
            MockRestServiceServer.bindTo(http).build();
    private final MovableClock clock = new MovableClock();
    private final ServiceToken token =
            new ServiceToken(http.build(), TOKEN_URI, new Credentials("permit-service", "secret"), clock);

    @Test
    void isFetchedOnceAndRenewedThirtySecondsBeforeItExpires() {
        answer("first");
        answer("second");

        assertThat(token.authorization()).isEqualTo("Bearer first");
        clock.advance(Duration.ofSeconds(269));
        assertThat(token.authorization()).isEqualTo("Bearer first");
        clock.advance(Duration.ofSeconds(1));
        assertThat(token.authorization()).isEqualTo("Bearer second");
        identityProvider.verify();
    }

    @Test
    void isUsedToItsEndWhileTheIdentityProviderIsDown() {
        answer("first");
        identityProvider.expect(requestTo(TOKEN_URI)).andRespond(withServerError());
        identityProvider.expect(requestTo(TOKEN_URI)).andRespond(withServerError());

        token.authorization();
        clock.advance(Duration.ofSeconds(299));
        assertThat(token.authorization()).isEqualTo("Bearer first");
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(token::authorization).isInstanceOf(ContributionsUnavailable.class);
    }

    private void answer(String value) {
        identityProvider
                .expect(requestTo(TOKEN_URI))
                .andExpect(content().string(containsString("grant_type=client_credentials")))
                .andRespond(withSuccess(
                        "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(value), MediaType.APPLICATION_JSON));
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
