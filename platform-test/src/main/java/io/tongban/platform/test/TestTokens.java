package io.tongban.platform.test;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    public SigningKey.Token token() {
        String audience = environment.getProperty("tongban.security.audience", "tongban-api");
        return Issuer.SHARED.key.token().audience(audience).issuer(Issuer.SHARED.address);
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
        return SigningKey.made()
                .token()
                .audience(environment.getProperty("tongban.security.audience", "tongban-api"))
                .issuer(Issuer.SHARED.address)
                .sign();
    }

    /** Stands in for the identity provider of a whole test JVM. */
    private record Issuer(SigningKey key, String address) {

        static final Issuer SHARED = start();

        private static Issuer start() {
            SigningKey key = SigningKey.made();
            byte[] keys = key.publicKeys().getBytes(StandardCharsets.UTF_8);
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
