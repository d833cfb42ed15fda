package io.tongban.permit.casefile.visitpass;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Examines visit passes with the cached keys of community-service and what this service knows of the visit, without asking it.
 *
 * <p>A pass that is not to be trusted is 401; a genuine one of another clerk or for another item is 403.
 */
final class VisitPassVerifier {

    /** Header that carries the pass. */
    static final String HEADER = "Visit-Pass";

    private static final String ISSUER = "community-service";
    private static final String AUDIENCE = "permit-service";

    private final PassSignatures signatures;
    private final KnownVisits visits;
    private final Clock systemClock;

    VisitPassVerifier(JWKSource<SecurityContext> keys, KnownVisits visits, Clock systemClock) {
        this.signatures = new PassSignatures(keys, systemClock);
        this.visits = visits;
        this.systemClock = systemClock;
    }

    /**
     * The pass, when it is genuine, current, the caller's own, for one of the items, and of a visit that serves this person.
     *
     * @param text the header's value; null when there is none
     */
    VisitPass verify(@Nullable String text, Caller caller, List<String> items, String person) {
        VisitPass pass = own(text, caller);
        KnownVisits.KnownVisit known = visits.requireOpen(pass.visit());
        if (!items.contains(pass.item())) {
            throw Problem.of(VisitPassProblem.VISIT_PASS_FOR_ANOTHER_ITEM)
                    .with("passItem", pass.item())
                    .withSent("item", String.join(",", items));
        }
        visits.serve(pass.visit(), known, person);
        return pass;
    }

    /** Refuses what would be refused whatever the pass is used for. */
    void require(@Nullable String text, Caller caller) {
        visits.requireOpen(own(text, caller).visit());
    }

    private VisitPass own(@Nullable String text, Caller caller) {
        if (text == null || text.isBlank()) {
            throw untrusted(VisitPassProblem.VISIT_PASS_MISSING);
        }
        JWTClaimsSet claims = genuine(text);
        VisitPass pass = read(claims);
        Date expiry = claims.getExpirationTime();
        if (expiry == null || !systemClock.instant().isBefore(expiry.toInstant())) {
            throw untrusted(VisitPassProblem.VISIT_PASS_EXPIRED);
        }
        if (!pass.clerk().equals(caller.subject())) {
            throw Problem.of(VisitPassProblem.VISIT_PASS_NOT_YOURS);
        }
        return pass;
    }

    private JWTClaimsSet genuine(String text) {
        try {
            JWTClaimsSet claims = signatures.check(text);
            if (!ISSUER.equals(claims.getIssuer()) || !claims.getAudience().contains(AUDIENCE)) {
                throw untrusted(VisitPassProblem.VISIT_PASS_INVALID);
            }
            return claims;
        } catch (KeySourceException unreachable) {
            throw Problem.of(VisitPassProblem.VISIT_PASS_NOT_CHECKED, unreachable)
                    .header("Retry-After", "10");
        } catch (ParseException | BadJOSEException | JOSEException forged) {
            throw untrusted(VisitPassProblem.VISIT_PASS_INVALID);
        }
    }

    private static VisitPass read(JWTClaimsSet claims) {
        try {
            return new VisitPass(
                    UUID.fromString(required(claims, "visit")),
                    UUID.fromString(required(claims, "window")),
                    required(claims, "item"),
                    required(claims, "authority"),
                    required(claims, "sub"));
        } catch (ParseException | IllegalArgumentException malformed) {
            throw untrusted(VisitPassProblem.VISIT_PASS_INVALID);
        }
    }

    private static String required(JWTClaimsSet claims, String name) throws ParseException {
        String value = claims.getStringClaim(name);
        if (value == null || value.isBlank()) {
            throw new ParseException(name + " is missing", 0);
        }
        return value;
    }

    static Problem untrusted(VisitPassProblem type) {
        return Problem.of(type).header("WWW-Authenticate", HEADER);
    }
}
