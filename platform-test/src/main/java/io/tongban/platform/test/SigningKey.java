package io.tongban.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of a test that signs tokens. */
public final class SigningKey {

    private final JWK key;
    private final JWSSigner signer;

    private SigningKey(JWK key, JWSSigner signer) {
        this.key = key;
        this.signer = signer;
    }

    public static SigningKey made() {
        return named(UUID.randomUUID().toString());
    }

    /** Another key that says of itself that it is the one of this name. */
    public static SigningKey named(String name) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(name)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new SigningKey(key, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for test tokens", e);
        }
    }

    /** One of the kind with which Keycloak signs: RS256, 2048 bits. */
    public static SigningKey likeKeycloaks() {
        return likeKeycloaks(UUID.randomUUID().toString());
    }

    /** Another key of this kind that says of itself that it is the one of this name. */
    public static SigningKey likeKeycloaks(String name) {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(name)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return new SigningKey(key, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for test tokens", e);
        }
    }

    public String name() {
        return key.getKeyID();
    }

    /** The key set in which others find the public key. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A token of an account without roles, to be changed before it is signed. */
    public Token token() {
        return new Token(this);
    }

    /** The claims of a token that is not signed yet. */
    public static final class Token {

        private final SigningKey key;
        private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("account-1")
                .claim("azp", "test-client")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(10))));

        private Token(SigningKey key) {
            this.key = key;
        }

        /** Whose token it is; null: nobody's. */
        public Token subject(@Nullable String subject) {
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

        /** Whom the token is for; null: nobody. */
        public Token audience(@Nullable String audience) {
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
            return sign(JOSEObjectType.JWT);
        }

        /** A token of another kind, by the type in its header. */
        public String sign(JOSEObjectType type) {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder((JWSAlgorithm) key.key.getAlgorithm())
                                .type(type)
                                .keyID(key.name())
                                .build(),
                        claims.build());
                token.sign(key.signer);
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException("the test token cannot be signed", e);
            }
        }

        /** The same claims with no signature at all. */
        public String unsigned() {
            return new PlainJWT(claims.build()).serialize();
        }
    }
}
