package io.tongban.community.visitpass;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues visit passes; who receives one verifies it with the published keys and asks nobody. */
@Component
public class VisitPasses {

    static final String TYPE = "visit-pass+jwt";
    static final String ISSUER = "community-service";
    static final String AUDIENCE = "permit-service";

    private final SigningKeys keys;
    private final VisitPassProperties properties;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    VisitPasses(SigningKeys keys, VisitPassProperties properties, BusinessClock businessClock, Clock systemClock) {
        this.keys = keys;
        this.properties = properties;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /** A pass does not outlive the business day. */
    private Duration validity() {
        ZonedDateTime businessNow = businessClock.now();
        Duration ofTheDay = Duration.between(
                businessNow, businessNow.toLocalDate().plusDays(1).atStartOfDay(BusinessClock.ZONE));
        return ofTheDay.compareTo(properties.passValidity()) < 0 ? ofTheDay : properties.passValidity();
    }

    public VisitPass issue(ServedVisit served) {
        Instant now = systemClock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(validity()).truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(served.clerk())
                .claim("visit", served.visit().toString())
                .claim("window", served.window().value().toString())
                .claim("tier", served.tier().claim())
                .claim("item", served.item())
                .claim("authority", served.authority())
                .claim("host", served.centre().toString())
                .claim("division", served.divisionCode())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return new VisitPass(keys.sign(claims, TYPE).serialize(), expiresAt);
    }
}
