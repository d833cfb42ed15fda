package io.tongban.permit.casefile.visitpass;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.tongban.platform.security.ProvedTokens;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;

/** Whether community-service signed a visit pass; computed once for each pass, since a clerk shows it at every act of a visit. */
final class PassSignatures {

    private static final JOSEObjectType TYPE = new JOSEObjectType("visit-pass+jwt");

    /** How many passes are remembered: more than the windows of a city that are open at once. */
    private static final int REMEMBERED = 4_000;

    private final JWKSource<SecurityContext> keys;
    private final ProvedTokens<JWTClaimsSet> proved;

    PassSignatures(JWKSource<SecurityContext> keys, Clock clock) {
        this.keys = keys;
        this.proved = new ProvedTokens<>(keys, REMEMBERED, claims -> left(claims, clock));
    }

    /**
     * What a genuine pass says; its time may be over.
     *
     * @throws KeySourceException if no keys are known
     * @throws ParseException if it is no pass
     * @throws BadJOSEException if it is signed by another, or as no pass is
     */
    JWTClaimsSet check(String pass) throws ParseException, BadJOSEException, JOSEException {
        JWTClaimsSet known = proved.find(pass);
        if (known != null) {
            return known;
        }
        SignedJWT shown = SignedJWT.parse(pass);
        if (!shown.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)) {
            throw new BadJOSEException("a pass is signed with ES256");
        }
        List<JWK> meant = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(shown.getHeader())), null);
        JWTClaimsSet claims = processor(meant).process(shown, null);
        proved.remember(pass, claims, meant);
        return claims;
    }

    private static DefaultJWTProcessor<SecurityContext> processor(List<JWK> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(keys))));
        processor.setJWTClaimsSetVerifier(
                (claims, context) -> {}); // by the verifier, where each refusal has its own name
        return processor;
    }

    private static Duration left(JWTClaimsSet claims, Clock clock) {
        Date end = claims.getExpirationTime();
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end.toInstant());
    }
}
