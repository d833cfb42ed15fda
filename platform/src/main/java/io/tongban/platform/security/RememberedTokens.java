package io.tongban.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Checks tokens, and remembers of a good one which key proved it, so that its signature is computed once.
 *
 * <p>Whatever can change is asked at every call: whether the issuer still publishes that key, and whether the time of the token has
 * come and is not over. So the answer is the one that a whole check would give. A bad token is never remembered: it is refused as
 * soon as it is known to be bad, and what is not refused by then is judged by the whole check alone.
 */
final class RememberedTokens implements JwtDecoder {

    private static final DefaultJWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

    private final IssuerKeys keys;
    private final Set<JWSAlgorithm> algorithms;
    private final TokenTimes times;
    private final WholeCheck check;
    private final ProvedTokens<Jwt> proved;

    RememberedTokens(
            IssuerKeys keys,
            Set<JWSAlgorithm> algorithms,
            TokenTimes times,
            WholeCheck check,
            ProvedTokens<Jwt> proved) {
        this.keys = keys;
        this.algorithms = Set.copyOf(algorithms);
        this.times = times;
        this.check = check;
        this.proved = proved;
    }

    @Override
    public Jwt decode(String token) {
        try {
            Jwt known = proved.find(token);
            return known != null ? onTime(known) : checked(token);
        } catch (KeySourceException noKeys) {
            throw new JwtException("There are no keys to check tokens with", noKeys);
        }
    }

    private Jwt onTime(Jwt token) {
        if (times.validate(token).hasErrors()) {
            throw new BadToken("the time of the token is over, or has not come");
        }
        return token;
    }

    private Jwt checked(String token) throws KeySourceException {
        SignedJWT shown = parsed(token);
        if (!algorithms.contains(shown.getHeader().getAlgorithm())) {
            throw new BadToken("the token is signed as no token of the issuer is");
        }
        List<JWK> meant = keys.meantBy(shown.getHeader());
        if (times.isOver(end(shown))) {
            throw new BadToken("the time of the token is over");
        }
        if (meant.stream().noneMatch(key -> isSignedWith(key, shown))) {
            throw new BadToken("the token is not signed with a key of the issuer");
        }
        Jwt good = new CheckedToken(check.with(meant).decode(token));
        proved.remember(token, good, meant);
        return good;
    }

    private static SignedJWT parsed(String token) {
        if (!token.startsWith("ey")) { // as everything begins that begins with {" in Base64
            throw new BadToken("not a token");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException none) {
            throw new BadToken("not a token");
        }
    }

    private static Instant end(SignedJWT token) {
        try {
            Date end = token.getJWTClaimsSet().getExpirationTime();
            if (end != null) {
                return end.toInstant();
            }
        } catch (ParseException none) {
            // as without
        }
        throw new BadToken("the token has no end");
    }

    private static boolean isSignedWith(JWK key, SignedJWT token) {
        try {
            return key instanceof AsymmetricJWK pair
                    && token.verify(VERIFIERS.createJWSVerifier(token.getHeader(), pair.toPublicKey()));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /** The whole check of a token against these keys and no others. */
    @FunctionalInterface
    interface WholeCheck {

        JwtDecoder with(List<JWK> keys);
    }
}
