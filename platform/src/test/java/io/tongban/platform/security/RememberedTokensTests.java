package io.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** What is remembered of a token changes no answer: each is the one that the whole check would give at that moment. */
class RememberedTokensTests {

    private static final Instant BEGUN = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ISSUER = "https://id.example/realms/tongban";

    private final ECKey key = key("key-1");
    private final SettableClock clock = new SettableClock();
    private final PublishedKeys issuer = new PublishedKeys();
    private final JwtDecoder tokens = remembering(10);

    RememberedTokensTests() throws JOSEException {
        issuer.publish(key);
    }

    @Test
    void aTokenIsReadOnceHoweverOftenItIsShown() {
        String token = token(key);

        Jwt first = tokens.decode(token);

        assertThat(tokens.decode(token)).isSameAs(first);
        assertThat(Caller.of(first)).isSameAs(Caller.of(tokens.decode(token)));
        assertThat(Tokens.authorities(first)).extracting("authority").containsExactly("ROLE_clerk");
    }

    @Test
    void aTokenWhoseKeyIsWithdrawnIsBadAtTheNextCall() throws JOSEException {
        String token = token(key);
        tokens.decode(token);

        issuer.publish(key("key-2"));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void aTokenWhoseKeyWasReplacedUnderItsNameIsBadAtTheNextCall() throws JOSEException {
        String token = token(key);
        tokens.decode(token);

        issuer.publish(key("key-1"));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void aTokenOutlivesARotationThatKeepsItsKey() throws JOSEException, ParseException {
        ECKey next = key("key-2");
        String token = token(key);
        tokens.decode(token);

        issuer.publish(next, ECKey.parse(key.toPublicJWK().toJSONString()));

        assertThat(tokens.decode(token).getSubject()).isEqualTo("account-1");
        assertThat(tokens.decode(token(next)).getSubject()).isEqualTo("account-1");
    }

    @Test
    void noTokenIsGoodOrBadWithoutKeys() {
        String token = token(key);
        tokens.decode(token);

        issuer.isAway();

        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> tokens.decode(token))
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void aTokenIsGoodUntilItsEndAndTheSkewOfClocks() {
        String token = token(key);
        tokens.decode(token);

        clock.is(BEGUN.plusSeconds(630));
        assertThat(tokens.decode(token).getSubject()).isEqualTo("account-1");
        clock.is(BEGUN.plusSeconds(631));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void aTokenIsBadAgainBeforeItsBeginning() {
        String token = token(key, claims -> claims.notBeforeTime(Date.from(BEGUN)));
        tokens.decode(token);

        clock.is(BEGUN.minusSeconds(31));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }

    @Test
    void anotherSignatureUnderAGoodTokenIsBad() throws JOSEException {
        String good = token(key);
        tokens.decode(good);
        String forged = token(key("key-1"));

        String mixed = good.substring(0, good.lastIndexOf('.')) + forged.substring(forged.lastIndexOf('.'));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(mixed));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(forged));
    }

    @Test
    void aBadTokenIsGoodOnceItsKeyIsPublished() throws JOSEException {
        ECKey next = key("key-2");
        String token = token(next);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));

        issuer.publish(key, next);

        assertThat(tokens.decode(token).getSubject()).isEqualTo("account-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void moreTokensThanAreRememberedAreCheckedAllTheSame(int remembered) {
        JwtDecoder few = remembering(remembered);
        List<String> shown = List.of(
                token(key), token(key, claims -> claims.subject("b")), token(key, claims -> claims.subject("c")));

        for (int round = 0; round < 3; round++) {
            assertThat(shown)
                    .extracting(token -> few.decode(token).getSubject())
                    .containsExactly("account-1", "b", "c");
        }
    }

    @Test
    void whatTheWholeCheckRefusesIsRefusedEachTime() {
        List<String> bad = List.of(
                token(key, claims -> claims.audience("another")),
                token(key, claims -> claims.issuer("https://id.example/realms/another")),
                token(key, claims -> claims.subject(null)),
                token(key, claims -> claims.expirationTime(null)),
                token(key, claims -> claims.expirationTime(Date.from(BEGUN.minusSeconds(31)))),
                token(key, claims -> claims.notBeforeTime(Date.from(BEGUN.plusSeconds(31)))));

        for (int round = 0; round < 2; round++) {
            assertThat(bad)
                    .allSatisfy(token ->
                            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token)));
        }
    }

    @Test
    void whatIsNotSignedAsTokensAreIsBad() throws JOSEException {
        SignedJWT secret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims());
        secret.sign(new MACSigner(new byte[32]));
        List<String> bad = List.of(
                secret.serialize(), new PlainJWT(claims()).serialize(), "e", "ey", "eyJ.eyJ.x", "a.b.c", "ey..", "..");

        assertThat(bad)
                .allSatisfy(token ->
                        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token)));
    }

    @Test
    void anIssuerThatMayNotBeAskedYetIsLeftInPeaceForASecond() throws JOSEException {
        String unknown = token(key("key-2"));
        issuer.mayNotBeAskedYet();

        for (int call = 0; call < 5; call++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(unknown));
        }

        assertThat(issuer.asked).as("asked for a key").isEqualTo(1);
        clock.is(clock.instant().plus(IssuerKeys.NOT_ASKED_FOR));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(unknown));
        assertThat(issuer.asked).as("asked for a key").isEqualTo(2);
    }

    private JwtDecoder remembering(int most) {
        return Tokens.decoder(new TokenProperties(ISSUER, null, "sample", most), issuer, clock);
    }

    private static String token(ECKey key) {
        return token(key, UnaryOperator.identity());
    }

    private static String token(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    change.apply(new JWTClaimsSet.Builder(claims())).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("sample")
                .subject("account-1")
                .claim("realm_access", Map.of("roles", List.of("clerk")))
                .issueTime(Date.from(BEGUN))
                .expirationTime(Date.from(BEGUN.plusSeconds(600)))
                .build();
    }

    private static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    /** The keys of an issuer, which can be exchanged, and the issuer sent away. */
    private static final class PublishedKeys implements JWKSource<SecurityContext> {

        private JWKSet published = new JWKSet();
        private boolean away;
        private boolean mayBeAsked = true;
        private int asked;

        void publish(ECKey... keys) {
            List<JWK> all = new ArrayList<>(List.of(keys));
            published = new JWKSet(all).toPublicJWKSet();
        }

        void isAway() {
            away = true;
        }

        void mayNotBeAskedYet() {
            mayBeAsked = false;
        }

        @Override
        public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
            if (away) {
                throw new KeySourceException("away");
            }
            List<JWK> found = selector.select(published);
            if (found.isEmpty() && !mayBeAsked) {
                asked++;
                throw new RateLimitReachedException();
            }
            return found;
        }
    }

    private static final class SettableClock extends Clock {

        private Instant now = BEGUN;

        void is(Instant instant) {
            now = instant;
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
            return this;
        }
    }
}
