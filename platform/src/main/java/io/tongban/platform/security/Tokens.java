package io.tongban.platform.security;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.crypto.RemoteKeySets;
import io.tongban.platform.tls.BelievedAddress;
import java.net.URI;
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

    private Tokens() {}

    /** Checks signature, issuer, audience and times; keeps the key set, also over an outage of the issuer. */
    static JwtDecoder decoder(TokenProperties properties, RemoteKeySets keySets, DeploymentProperties deployment) {
        BelievedAddress.outside(URI.create(properties.requiredIssuer()), "the issuer of tokens", deployment);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        heldKeysAtLeast(keySets.forAnybody(properties.keys())))
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
}
