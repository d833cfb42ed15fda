package io.tongban.permit.casefile.visitpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of a pass changes no answer. */
class PassSignaturesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final ECKey key = key("key-1");
    private final AtomicReference<@Nullable JWKSet> published = new AtomicReference<>(new JWKSet(key));
    private final PassSignatures signatures = new PassSignatures(
            (selector, context) -> {
                JWKSet keys = published.get();
                if (keys == null) {
                    throw new KeySourceException("away");
                }
                return selector.select(keys);
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    PassSignaturesTests() throws JOSEException {}

    @Test
    void aPassIsComputedOnce() throws Exception {
        String pass = pass(key, "visit-pass+jwt", NOW.plusSeconds(60));

        assertThat(signatures.check(pass)).isSameAs(signatures.check(pass));
    }

    @Test
    void aPassWhoseKeyWasReplacedUnderItsNameIsBadAtTheNextAct() throws Exception {
        String pass = pass(key, "visit-pass+jwt", NOW.plusSeconds(60));
        signatures.check(pass);

        published.set(new JWKSet(key("key-1")));

        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> signatures.check(pass));
    }

    @Test
    void noPassIsGoodOrBadWithoutKeys() throws Exception {
        String pass = pass(key, "visit-pass+jwt", NOW.plusSeconds(60));
        signatures.check(pass);

        published.set(null);

        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> signatures.check(pass));
    }

    @Test
    void whatIsOverIsGenuineAndNotRemembered() throws Exception {
        String pass = pass(key, "visit-pass+jwt", NOW.minusSeconds(1));

        assertThat(signatures.check(pass).getSubject()).isEqualTo("clerk-1");
        assertThat(signatures.check(pass)).isNotSameAs(signatures.check(pass));
    }

    @Test
    void aTokenOfAnotherTypeIsNoPass() throws Exception {
        String other = pass(key, "at+jwt", NOW.plusSeconds(60));

        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> signatures.check(other));
    }

    private static String pass(ECKey key, String type, Instant end) throws JOSEException {
        SignedJWT pass = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                new JWTClaimsSet.Builder()
                        .subject("clerk-1")
                        .expirationTime(Date.from(end))
                        .build());
        pass.sign(new ECDSASigner(key));
        return pass.serialize();
    }

    private static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
