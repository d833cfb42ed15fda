package io.tongban.platform.security;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The keys of the issuer of tokens, as they are believed at this moment. */
final class IssuerKeys {

    /** Once the issuer may not be asked yet, it is not even tried for so long: each try waits for the others and is an exception. */
    static final Duration NOT_ASKED_FOR = Duration.ofSeconds(1);

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> source;
    private final InstantSource clock;
    private volatile Instant askedAgainAt = Instant.MIN;

    IssuerKeys(JWKSource<SecurityContext> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The keys that the header of a token may mean. An unknown one is asked for, but only as often as the issuer may be asked; until
     * then those that are held decide, so that an unknown key is a bad token's and not our failure.
     *
     * @throws KeySourceException if no keys are known, for then any token may be good
     */
    List<JWK> meantBy(JWSHeader header) throws KeySourceException {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
        List<JWK> meant = selector.select(new JWKSet(held()));
        if (!meant.isEmpty() || clock.instant().isBefore(askedAgainAt)) {
            return meant;
        }
        try {
            return source.get(selector, null);
        } catch (RateLimitReachedException tooSoon) {
            askedAgainAt = clock.instant().plus(NOT_ASKED_FOR);
            return List.of();
        }
    }

    private List<JWK> held() throws KeySourceException {
        return source.get(ALL, null);
    }
}
