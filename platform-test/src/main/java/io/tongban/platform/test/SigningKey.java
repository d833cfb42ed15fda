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

    private final ECKey key;

    private SigningKey(ECKey key) {
        this.key = key;
    }

    public static SigningKey made() {
        return named(UUID.randomUUID().toString());
    }

    /** Another key that says of itself that it is the one of this name. */
    public static SigningKey named(String name) {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyID(name)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate());
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
        return new Token(key);
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
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(type)
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
                token.sign(new ECDSASigner(key));
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
