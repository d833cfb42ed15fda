package io.tongban.gateway.lane;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Charges every token that turns out bad to the public lane, so that inventing tokens lets nobody in cheaper than showing
 * none: once that lane is used up, bad tokens are refused like calls without a token (docs/adr/0061).
 */
final class CountedTokenChecks implements JwtDecoder {

    private final JwtDecoder decoder;
    private final Lanes lanes;

    CountedTokenChecks(JwtDecoder decoder, Lanes lanes) {
        this.decoder = decoder;
        this.lanes = lanes;
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException bad) {
            Gate gate = lanes.gate(Lane.PUBLIC);
            gate.enter();
            gate.leave();
            if (hasUnknownKey(bad)) {
                throw new BadJwtException("signed with a key that the issuer does not publish", bad);
            }
            throw bad;
        }
    }

    /** The key set is fetched anew for a key that is not in it, but not for each of them. */
    private static boolean hasUnknownKey(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }
}
