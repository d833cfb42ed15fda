package io.tongban.platform.servicetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.tongban.platform.DeploymentProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** When a token is used again, and when it is renewed. */
class ServiceTokenTests {

    private static final String REGISTRATION = "neighbour";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer identityProvider =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AdvancedClock clock = new AdvancedClock();
    private final ServiceToken token = tokens(PATIENCE).of(REGISTRATION);
    private volatile String answer = "";
    private volatile int status = 200;
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    ServiceTokenTests() throws IOException {
        identityProvider.setExecutor(callers);
        identityProvider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        identityProvider.start();
        grants("first");
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        identityProvider.stop(0);
        callers.shutdownNow();
    }

    @Test
    void isFetchedOnceAndRenewedThirtySecondsBeforeItEnds() {
        assertThat(token.authorization()).isEqualTo("Bearer first");
        grants("second");
        clock.advance(Duration.ofSeconds(269));
        assertThat(token.authorization()).isEqualTo("Bearer first");
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofSeconds(20));
        assertThat(token.authorization()).isEqualTo("Bearer second");
        clock.advance(Duration.ofSeconds(-289));
        assertThat(token.authorization()).isEqualTo("Bearer second");
        assertThat(asked).hasSize(2);
    }

    @Test
    void isAskedForWithTheCredentialsInTheForm() {
        token.authorization();
        assertThat(asked.getFirst().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials", "client_id=sample-service", "client_secret=sample-secret");
    }

    @Test
    void isUsedToItsEndWhileTheIdentityProviderIsAway() {
        token.authorization();
        status = 503;
        clock.advance(Duration.ofSeconds(299));
        assertThat(token.authorization()).isEqualTo("Bearer first");
        assertThat(asked).as("it was tried").hasSize(2);

        clock.advance(Duration.ofSeconds(20));
        assertThatExceptionOfType(ServiceTokenUnavailable.class).isThrownBy(token::authorization);
    }

    @Test
    void isReplacedOnceItIsForgotten() {
        String first = token.authorization();
        grants("second");
        token.forget(first);
        assertThat(token.authorization()).isEqualTo("Bearer second");

        token.forget(first);
        token.authorization();
        assertThat(asked)
                .as("what was forgotten before takes no newer one with it")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>", "{\"access_token\":\"x\"}"})
    void whatIsNoTokenIsNone(String garbage) {
        answer = garbage;
        assertThatExceptionOfType(ServiceTokenUnavailable.class).isThrownBy(token::authorization);
    }

    @Test
    void isNotWaitedForLongerThanTheTimeOut() {
        mayAnswer = new CountDownLatch(1);
        ServiceToken hasty = tokens(Duration.ofMillis(200)).of(REGISTRATION);
        long began = System.nanoTime();
        assertThatExceptionOfType(ServiceTokenUnavailable.class).isThrownBy(hasty::authorization);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
    }

    @Test
    void whoFindsARenewalUnderWayUsesTheTokenThatIsStillValid() throws Exception {
        token.authorization();
        clock.advance(Duration.ofSeconds(290));
        mayAnswer = new CountDownLatch(1);
        grants("second");
        Future<String> renewing = callers.submit(token::authorization);
        while (asked.size() < 2) {
            Thread.onSpinWait();
        }

        assertThat(token.authorization()).isEqualTo("Bearer first");
        mayAnswer.countDown();
        assertThat(renewing.get()).isEqualTo("Bearer second");
    }

    @Test
    void manyCallersAskOnceForTheFirst() throws Exception {
        List<Future<String>> calls = IntStream.range(0, 20)
                .mapToObj(call -> callers.submit(token::authorization))
                .toList();
        for (Future<String> call : calls) {
            assertThat(call.get()).isEqualTo("Bearer first");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void anUnknownRegistrationIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens(PATIENCE).of("nobody"))
                .withMessageContaining("spring.security.oauth2.client.registration.nobody");
    }

    private void grants(String value) {
        answer = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}".formatted(value);
    }

    private ServiceTokens tokens(Duration readTimeout) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientId("sample-service")
                .clientSecret("sample-secret")
                .tokenUri("http://127.0.0.1:" + identityProvider.getAddress().getPort() + "/token")
                .build();
        return new ServiceTokens(
                new InMemoryClientRegistrationRepository(registration),
                new ServiceTokenProperties(Duration.ofSeconds(1), readTimeout, Duration.ofSeconds(30)),
                clock,
                new DeploymentProperties(DeploymentProperties.Environment.PRODUCTION, false));
    }

    /** Real time and what a test adds: the end of a token is counted from the real time of its answer. */
    private static final class AdvancedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration duration) {
            ahead = ahead.plus(duration);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
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
