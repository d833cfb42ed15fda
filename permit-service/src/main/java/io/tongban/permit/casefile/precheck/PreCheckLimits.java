package io.tongban.permit.casefile.precheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.precheck.PreCheckProperties.Limit;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets an account make so many pre-checks and no more, by the record of those it made (docs/adr/0161); a partner's refused ones count. */
@Component
class PreCheckLimits {

    private final PreChecks preChecks;
    private final Consents consents;
    private final PreCheckProperties limits;
    private final Clock systemClock;
    private final MeterRegistry meters;

    PreCheckLimits(
            PreChecks preChecks,
            Consents consents,
            PreCheckProperties limits,
            Clock systemClock,
            MeterRegistry meters) {
        this.preChecks = preChecks;
        this.consents = consents;
        this.limits = limits;
        this.systemClock = systemClock;
        this.meters = meters;
    }

    /** @throws Problem {@link PreCheckProblem#PRE_CHECKS_USED_UP} if the account has made all that it may for now */
    void require(Caller caller, Asker asker) {
        Limit limit = switch (asker) {
            case APPLICANT -> limits.applicant();
            case CLERK -> limits.clerk();
            case PARTNER -> limits.partner();
        };
        Instant now = systemClock.instant();
        Instant since = now.minus(limit.within());
        Optional<Instant> last = switch (asker) {
            case APPLICANT, CLERK -> preChecks.nthLatest(caller.subject(), since, limit.most());
            case PARTNER -> consents.nthLatestQuestion(caller, since, limit.most());
        };
        last.ifPresent(oldest -> {
            meters.counter("tongban.pre.checks.refused", "asker", asker.name()).increment();
            Duration free = Duration.between(now, oldest.plus(limit.within()));
            long retryAfter = Math.max(1, free.plusMillis(999).toSeconds());
            throw Problem.of(PreCheckProblem.PRE_CHECKS_USED_UP)
                    .with("most", limit.most())
                    .with("withinSeconds", limit.within().toSeconds())
                    .with("retryAfter", retryAfter)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        });
    }

    /** By which right someone asks. */
    enum Asker {
        APPLICANT,
        CLERK,
        PARTNER
    }
}
