package io.tongban.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Issues real tokens for a test context whose real decoder checks them; imported, it is a bean.
 *
 * <p>The keys are served over loopback. The audience is the service's own {@code tongban.security.audience}.
 */
public final class TestTokens implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    TestTokens(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        TestProperties.add(
                environment,
                "testTokens",
                Map.of(
                        "tongban.security.issuer",
                        Issuer.SHARED.address,
                        "tongban.security.jwk-set-uri",
                        Issuer.SHARED.address + "/keys"));
        registry.registerBeanDefinition("testTokens", new RootBeanDefinition(TestTokens.class, () -> this));
    }

    /** A token without roles, to be changed before it is signed. */
    public Token token() {
        String audience = environment.getProperty("tongban.security.audience", "tongban-api");
        return new Token(Issuer.SHARED.key).audience(audience).issuer(Issuer.SHARED.address);
    }

    /** A token of some account with these realm roles. */
    public String withRoles(String... roles) {
        return token().roles(roles).sign();
    }

    /** A token of a service account with these scopes, separated by spaces. */
    public String withScope(String scope) {
        return token().claim("scope", scope).sign();
    }

    /** A token of a clerk; the subject follows from the place, so that the same place is the same clerk. */
    public String clerk(String tier, String division, String authority) {
        return token().subject("clerk-" + tier + "-" + division)
                .roles("clerk")
                .claim("tier", tier)
                .claim("division", division)
                .claim("authority", authority)
                .sign();
    }

    /** A token that looks right and is signed with a key that the issuer does not have. */
    public String forged() {
        return new Token(newKey())
                .audience(environment.getProperty("tongban.security.audience", "tongban-api"))
                .issuer(Issuer.SHARED.address)
                .sign();
    }

    /** The claims of a token that is not signed yet. */
    public static final class Token {

        private final ECKey key;
        private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("account-1")
                .claim("azp", "test-client")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(10))));

        private Token(ECKey key) {
            this.key = key;
        }

        public Token subject(String subject) {
            claims.subject(subject);
            return this;
        }

        public Token roles(String... roles) {
            return claim("realm_access", Map.of("roles", List.of(roles)));
        }

        public Token claim(String name, @Nullable Object value) {
            claims.claim(name, value);
            return this;
        }

        public Token audience(String audience) {
            claims.audience(audience);
            return this;
        }

        public Token issuer(String issuer) {
            claims.issuer(issuer);
            return this;
        }

        /** When the token expires, counted from now; negative for one that has expired. */
        public Token expiresIn(Duration duration) {
            claims.expirationTime(Date.from(Instant.now().plus(duration)));
            return this;
        }

        public String sign() {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(JOSEObjectType.JWT)
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
                token.sign(new ECDSASigner(key));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException("the test token cannot be signed", e);
            }
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for test tokens", e);
        }
    }

    /** Stands in for the identity provider of a whole test JVM. */
    private record Issuer(ECKey key, String address) {

        static final Issuer SHARED = start();

        private static Issuer start() {
            ECKey key = newKey();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/keys", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", JWKSet.MIME_TYPE);
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
                server.start();
                return new Issuer(key, "http://127.0.0.1:" + server.getAddress().getPort());
            } catch (IOException e) {
                throw new UncheckedIOException("no issuer for test tokens", e);
            }
        }
    }
}
