package io.tongban.community.visitpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.division.Tier;
import io.tongban.community.window.WindowId;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.SigningKeys;
import io.tongban.platform.test.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The visit pass as a service that receives one sees it. */
@CommunityTest
class VisitPassTests {

    @Autowired
    private Api api;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private VisitPassProperties properties;

    @Autowired
    private BusinessClock businessClock;

    @Autowired
    private TestClock clock;

    private final String clerk = "clerk-" + UUID.randomUUID();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void verifiesWithThePublishedKeysAndSaysWhoServesWhere() throws Exception {
        Api.Answer visit = open();
        JWTClaimsSet claims = verified(visit.text("pass"));

        assertThat(claims.getSubject()).isEqualTo(clerk);
        assertThat(claims.getStringClaim("visit")).isEqualTo(visit.text("id"));
        assertThat(claims.getStringClaim("window")).isEqualTo(Api.QIANJIANGYUAN);
        assertThat(claims.getStringClaim("tier")).isEqualTo("community");
        assertThat(claims.getStringClaim("item")).isEqualTo("residence-permit");
        assertThat(claims.getStringClaim("authority")).isEqualTo("police-330104");
        assertThat(claims.getStringClaim("host")).isEqualTo(visit.text("host"));
        assertThat(claims.getStringClaim("division")).isEqualTo("330104008008");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(claims.getIssueTime().toInstant())
                .as("the system clock, though the business clock stands in 2017")
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1))
                .isAfter(TestClock.START.toInstant());
        assertThat(Instant.parse(visit.text("passExpiresAt")))
                .isEqualTo(claims.getExpirationTime().toInstant());
    }

    @Test
    void isRenewedWhileTheVisitIsOpen() throws Exception {
        Api.Answer visit = open();
        Api.Answer renewed = api.post("/api/v1/visits/" + visit.text("id") + "/pass", mine(), "")
                .expect(200);
        JWTClaimsSet first = verified(visit.text("pass"));
        JWTClaimsSet second = verified(renewed.text("pass"));
        assertThat(second.getJWTID()).isNotEqualTo(first.getJWTID());
        assertThat(second.getStringClaim("visit")).isEqualTo(visit.text("id"));
        assertThat(second.getExpirationTime()).isAfterOrEqualTo(first.getExpirationTime());
    }

    @Test
    void endsWithTheBusinessDay() throws Exception {
        clock.set(LocalDateTime.parse("2017-04-06T23:50").atZone(BusinessClock.ZONE));

        JWTClaimsSet claims = verified(open().text("pass"));

        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofSeconds(590), Duration.ofMinutes(10));
    }

    @Test
    void isNotRenewedOnALaterDayWhenTheVisitCanOnlyBeEnded() {
        String visit = "/api/v1/visits/" + open().text("id");
        clock.set(LocalDateTime.parse("2017-04-07T00:00").atZone(BusinessClock.ZONE));

        api.post(visit + "/pass", mine(), "").expectProblem(409, "visit-of-another-day");
        api.post(visit + "/end", mine(), """
                        {"toCheck": ["identity"], "checked": [{"criterion": "identity", "state": "MET"}]}
                        """).expect(200);
    }

    @Test
    void expires() {
        ServedVisit served = new ServedVisit(
                UUID.randomUUID(),
                clerk,
                new WindowId(UUID.fromString(Api.QIANJIANGYUAN)),
                Tier.COMMUNITY,
                "330104008008",
                UUID.randomUUID(),
                "police-330104",
                "residence-permit");
        Clock longAgo = Clock.fixed(Instant.now().minus(Duration.ofMinutes(17)), ZoneOffset.UTC);
        String old = new VisitPasses(keys, properties, businessClock, longAgo)
                .issue(served)
                .compact();
        assertThatExceptionOfType(BadJOSEException.class)
                .isThrownBy(() -> verified(old))
                .withMessageContaining("Expired");
    }

    @Test
    void isRefusedWithAnotherWindowWrittenIntoIt() throws Exception {
        SignedJWT pass = SignedJWT.parse(open().text("pass"));
        JWTClaimsSet forged = new JWTClaimsSet.Builder(pass.getJWTClaimsSet())
                .claim("window", Api.CITY)
                .build();
        String[] parts = pass.serialize().split("\\.", -1);
        String compact = parts[0] + "." + forged.toPayload().toBase64URL() + "." + parts[2];
        assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> verified(compact));
    }

    @Test
    void hidesItselfInLogs() {
        assertThat(new VisitPass("secret", Instant.EPOCH).toString()).doesNotContain("secret");
    }

    @Test
    void onlyPublicKeysArePublished() throws Exception {
        JWKSet published = published();
        assertThat(published.getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    private JWTClaimsSet verified(String pass) throws Exception {
        DefaultJWTProcessor<?> verifier = new DefaultJWTProcessor<>();
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("visit-pass+jwt")));
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(published())));
        verifier.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "permit-service",
                new JWTClaimsSet.Builder().issuer("community-service").build(),
                Set.of(
                        "sub",
                        "exp",
                        "iat",
                        "jti",
                        "visit",
                        "window",
                        "tier",
                        "item",
                        "authority",
                        "host",
                        "division")));
        return verifier.process(pass, null);
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(
                api.get("/.well-known/jwks.json", Api.NOBODY).expect(200).body().toString());
    }

    private Api.Answer open() {
        return api.post("/api/v1/visits", mine(), """
                        {"window": "%s", "item": "residence-permit", "present": "APPLICANT"}
                        """.formatted(Api.QIANJIANGYUAN))
                .expect(201);
    }

    private String mine() {
        return api.colleagueAtQianjiangyuan(clerk);
    }
}
