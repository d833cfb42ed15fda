package io.tongban.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.crypto.RemoteKeySets;
import io.tongban.platform.tls.BelievedAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
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
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How a token is checked and what it entitles to. */
final class Tokens {

    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private Tokens() {}

    /** Checks signature, issuer, audience and times; keeps the key set, also over an outage of the issuer. */
    static JwtDecoder decoder(
            TokenProperties properties, RemoteKeySets keySets, DeploymentProperties deployment, Clock clock) {
        BelievedAddress.outside(URI.create(properties.requiredIssuer()), "the issuer of tokens", deployment);
        return decoder(properties, keySets.forAnybody(properties.keys()), clock);
    }

    static JwtDecoder decoder(TokenProperties properties, JWKSource<SecurityContext> keySet, Clock clock) {
        TokenTimes times = new TokenTimes(clock);
        OAuth2TokenValidator<Jwt> validator =
                validator(times, properties.requiredIssuer(), properties.requiredAudience());
        return new RememberedTokens(
                new IssuerKeys(keySet, clock),
                ALGORITHMS.stream()
                        .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                        .collect(Collectors.toSet()),
                times,
                keys -> decoder(keys, validator),
                new ProvedTokens<>(keySet, properties.remembered(), times::left));
    }

    private static JwtDecoder decoder(List<JWK> keys, OAuth2TokenValidator<Jwt> validator) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(keys)))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return token instanceof CheckedToken checked ? checked.authorities() : readAuthorities(token);
    }

    static Collection<GrantedAuthority> readAuthorities(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        Caller.roles(token).forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        Caller.scopes(token).forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return authorities;
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenTimes times, String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }
}
