package io.tongban.platform.security;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How a token is checked and what it entitles to. */
final class Tokens {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration KEYS_TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final Duration KEYS_REFRESH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEYS_OUTAGE = Duration.ofHours(4);
    private static final int KEYS_TIMEOUT_MILLIS = 2000;
    private static final int KEYS_SIZE_LIMIT = 256 * 1024;

    private Tokens() {}

    /** Checks signature, issuer, audience and times; keeps the key set, also over an outage of the issuer. */
    static JwtDecoder decoder(TokenProperties properties) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(heldKeysAtLeast(keys(properties)))
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(validator(properties.requiredIssuer(), properties.requiredAudience()));
        return decoder;
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        Caller.roles(token).forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        Caller.scopes(token).forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return authorities;
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }

    /**
     * When the key set may not be fetched again yet, the one that is held decides, so that an unknown key is a bad token's and
     * not our failure; without one it still is, for then the token may be good.
     */
    private static JWKSource<SecurityContext> heldKeysAtLeast(JWKSource<SecurityContext> keys) {
        JWKSelector all = new JWKSelector(new JWKMatcher.Builder().build());
        return (wanted, context) -> {
            try {
                return keys.get(wanted, context);
            } catch (RateLimitReachedException tooSoon) {
                return wanted.select(new JWKSet(keys.get(all, context)));
            }
        };
    }

    private static JWKSource<SecurityContext> keys(TokenProperties properties) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            properties.keys().toURL(),
                            new DefaultResourceRetriever(KEYS_TIMEOUT_MILLIS, KEYS_TIMEOUT_MILLIS, KEYS_SIZE_LIMIT))
                    .cache(KEYS_TIME_TO_LIVE.toMillis(), KEYS_REFRESH_TIMEOUT.toMillis())
                    .retrying(true)
                    .outageTolerant(KEYS_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("tongban.security.jwk-set-uri is not an address", e);
        }
    }
}
