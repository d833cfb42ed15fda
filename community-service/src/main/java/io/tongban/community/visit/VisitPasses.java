package io.tongban.community.visit;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tongban.platform.crypto.SigningKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues visit passes; who receives one verifies it with the published keys and asks nobody. */
@Component
class VisitPasses {

    static final String TYPE = "visit-pass+jwt";
    static final String ISSUER = "community-service";
    static final String AUDIENCE = "permit-service";

    private final SigningKeys keys;
    private final VisitProperties properties;
    private final Clock systemClock;

    VisitPasses(SigningKeys keys, VisitProperties properties, Clock systemClock) {
        this.keys = keys;
        this.properties = properties;
        this.systemClock = systemClock;
    }

    /** @throws IllegalStateException for a visit that has ended */
    VisitPass issue(Visit visit) {
        if (!visit.isOpen()) {
            throw new IllegalStateException("a visit that has ended has no pass");
        }
        Instant now = systemClock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(properties.passValidity());
        Visit.Place place = visit.place();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(visit.clerk())
                .claim("visit", visit.id().value().toString())
                .claim("window", place.window().value().toString())
                .claim("tier", place.tier().claim())
                .claim("item", visit.item())
                .claim("authority", place.authority())
                .claim("host", place.centre().toString())
                .claim("division", place.divisionCode())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return new VisitPass(keys.sign(claims, TYPE).serialize(), expiresAt);
    }
}
