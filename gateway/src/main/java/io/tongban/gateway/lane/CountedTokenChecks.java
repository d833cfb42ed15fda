package io.tongban.gateway.lane;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

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
        } catch (BadJwtException bad) { // not when the issuer cannot be asked: that is no fault of the caller
            Gate gate = lanes.gate(Lane.PUBLIC);
            gate.enter();
            gate.leave();
            throw bad;
        }
    }
}
