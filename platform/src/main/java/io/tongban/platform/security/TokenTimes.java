package io.tongban.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** When a token counts: from its beginning until its end, which it must have, by clocks that may differ a little. */
final class TokenTimes implements OAuth2TokenValidator<Jwt> {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final Clock clock;
    private final JwtTimestampValidator validator = new JwtTimestampValidator(CLOCK_SKEW);

    TokenTimes(Clock clock) {
        this.clock = clock;
        validator.setClock(clock);
        validator.setAllowEmptyExpiryClaim(false);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return validator.validate(token);
    }

    boolean isOver(Instant end) {
        return clock.instant().minus(CLOCK_SKEW).isAfter(end);
    }

    /** How long a token still counts, at the longest. */
    Duration left(Jwt token) {
        Instant end = token.getExpiresAt();
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end.plus(CLOCK_SKEW));
    }
}
