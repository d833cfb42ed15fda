package io.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import io.tongban.platform.crypto.KeySetProperties;
import io.tongban.platform.crypto.RemoteKeySets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** A token is bad if the issuer's keys say so, and only then, however seldom they may be fetched. */
class TokensTests {

    private static final int CALLS = 6; // more than the key set may be fetched within half a minute

    private static final DeploymentProperties PRODUCTION =
            new DeploymentProperties(DeploymentProperties.Environment.PRODUCTION, false);

    private final ECKey published = key("published");
    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final String address = "http://127.0.0.1:" + issuer.getAddress().getPort();
    private final JwtDecoder decoder = decoder(new TokenProperties(address, null, "sample", 100));
    private volatile boolean away;

    TokensTests() throws IOException, JOSEException {
        byte[] keys = new JWKSet(published.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/protocol/openid-connect/certs", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(away ? 503 : 200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @Test
    void inProductionTheIssuerHasAnEncryptedAddress() {
        TokenProperties inTheClear = new TokenProperties(
                "http://id.example/realms/tongban", URI.create("https://id.example/keys"), "sample", 100);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> decoder(inTheClear))
                .withMessageContaining("issuer");
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aTokenOfAKeyThatTheIssuerDoesNotPublishIsBadEachTime() throws JOSEException {
        for (int call = 0; call < CALLS; call++) {
            String forged = token(key("forged-" + call));
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(forged));
        }
        assertThat(fetches).as("fetches of the key set").hasValueLessThan(CALLS);
        assertThat(decoder.decode(token(published)).getSubject()).isEqualTo("account-1");
    }

    @Test
    void withoutAnyKeysNoTokenIsCalledBad() throws JOSEException {
        away = true;
        String good = token(published);
        for (int call = 0; call < CALLS; call++) {
            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> decoder.decode(good))
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void theKeysThatAreHeldServeWhileTheIssuerIsAway() throws JOSEException {
        decoder.decode(token(published));
        away = true;
        for (int call = 0; call < CALLS; call++) {
            decoder.decode(token(published));
        }
    }

    private String token(ECKey key) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(address)
                        .audience("sample")
                        .subject("account-1")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(600)))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private static JwtDecoder decoder(TokenProperties properties) {
        KeySetProperties held = new KeySetProperties(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(4));
        return Tokens.decoder(properties, new RemoteKeySets(held, PRODUCTION), PRODUCTION, Clock.systemUTC());
    }
}
