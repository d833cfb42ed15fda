package io.tongban.platform.security;

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
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
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
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(properties))
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(validator(properties.requiredIssuer(), properties.requiredAudience()));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtException failure) {
                throw hasUnknownKey(failure)
                        ? new BadJwtException("signed with a key that the issuer does not publish", failure)
                        : failure;
            }
        };
    }

    /** The key set is fetched anew for a key that is not in it, but not for each of them: then the token is bad, not we. */
    private static boolean hasUnknownKey(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
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
