package io.tongban.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often the keys of others are read. */
class RemoteKeySetsTests {

    private static final int UNKNOWN_KEYS = 5;

    private final AtomicInteger readings = new AtomicInteger();
    private final HttpServer publisher =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI address =
            URI.create("http://127.0.0.1:" + publisher.getAddress().getPort() + "/keys");
    private volatile JWKSet published = new JWKSet(key("first").toPublicJWK());
    private volatile boolean away;

    RemoteKeySetsTests() throws IOException, JOSEException {
        publisher.createContext("/keys", exchange -> {
            readings.incrementAndGet();
            byte[] keys = published.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void keysAreHeldAndReadAgainOnlyForAnUnknownOne() throws Exception {
        JWKSource<SecurityContext> keys = keySets().forKnownCallers(address);
        keys.get(id("first"), null);
        keys.get(id("first"), null);
        assertThat(readings).hasValue(1);

        published = new JWKSet(List.of(key("second").toPublicJWK()));
        assertThat(keys.get(id("second"), null)).extracting(JWK::getKeyID).containsExactly("second");
        assertThat(readings).hasValue(2);
    }

    @Test
    void aKnownCallerNeverWaitsForALimit() throws Exception {
        JWKSource<SecurityContext> keys = keySets().forKnownCallers(address);
        for (int i = 0; i < UNKNOWN_KEYS; i++) {
            assertThat(keys.get(id("unknown-" + i), null)).isEmpty();
        }
        assertThat(readings).hasValue(UNKNOWN_KEYS + 1);
    }

    @Test
    void whateverAnybodySendsKeysAreNotReadAgainAndAgain() {
        JWKSource<SecurityContext> keys = keySets().forAnybody(address);
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> {
            for (int i = 0; i < UNKNOWN_KEYS; i++) {
                keys.get(id("unknown-" + i), null);
            }
        });
        assertThat(readings).hasValueLessThan(UNKNOWN_KEYS);
    }

    @Test
    void keysThatAreHeldServeWhileTheirPublisherIsAway() throws Exception {
        JWKSource<SecurityContext> keys = keySets().forKnownCallers(address);
        keys.get(id("first"), null);
        away = true;
        assertThat(keys.get(id("unknown"), null)).isEmpty();
        assertThat(keys.get(id("first"), null)).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keySets().forAnybody(URI.create("keys.json")))
                .withMessageContaining("keys.json");
    }

    @Test
    void inProductionKeysOfAnotherMachineAreNotReadInTheClear() {
        RemoteKeySets keySets = keySets(DeploymentProperties.Environment.PRODUCTION);
        URI inTheClear = URI.create("http://community-service:8080/.well-known/jwks.json");

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> keySets.forAnybody(inTheClear));
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> keySets.forKnownCallers(inTheClear));
    }

    private static RemoteKeySets keySets() {
        return keySets(DeploymentProperties.Environment.SANDBOX);
    }

    private static RemoteKeySets keySets(DeploymentProperties.Environment environment) {
        return new RemoteKeySets(
                new KeySetProperties(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(4)),
                new DeploymentProperties(environment, false));
    }

    private static JWKSelector id(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }

    private static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
