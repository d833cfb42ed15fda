package io.tongban.permit.contributions;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.contributions.ContributionsUnavailable.Cause;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.servicetoken.ServiceToken;
import io.tongban.platform.servicetoken.ServiceTokenUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contribution records that the bureaux hold, read through the insurance adapter.
 *
 * <p>A query is a read although it is a POST: the identity number must not stand in an address. Asked twice it gives the same
 * rows and leaves two entries in the adapter's own record, which is the truth; so it may be retried (docs/adr/0042).
 */
public class ContributionRecords implements RecordSource {

    private static final Logger LOG = LoggerFactory.getLogger(ContributionRecords.class);

    private final InsuranceAdapterClient adapter;
    private final ServiceToken token;
    private final SignedAnswer answers;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    ContributionRecords(
            InsuranceAdapterClient adapter,
            ServiceToken token,
            SignedAnswer answers,
            Guards guards,
            BusinessClock clock,
            MeterRegistry meters) {
        this.adapter = adapter;
        this.token = token;
        this.answers = answers;
        this.breaker = guards.breaker();
        this.retry = guards.retry();
        this.clock = clock;
        this.meters = meters;
    }

    /** @throws ContributionsUnavailable if the adapter cannot be asked now or its answer is not genuine */
    @Override
    public ReadRecord read(ContributionQuery query) {
        try {
            SourcedRecord read = breaker.executeSupplier(() -> answers.read(retry.executeSupplier(() -> ask(query))));
            meters.counter("tongban.contributions.reads", "result", "ANSWERED").increment();
            return new ReadRecord(read, clock.now().toInstant());
        } catch (CallNotPermittedException open) {
            throw counted(new ContributionsUnavailable(Cause.BREAKER_OPEN, open));
        } catch (FeignException failure) { // never an empty record: that would refuse a permit
            throw counted(new ContributionsUnavailable(Cause.NO_ANSWER, failure));
        } catch (ServiceTokenUnavailable failure) {
            throw counted(new ContributionsUnavailable(Cause.NO_TOKEN, failure));
        } catch (ContributionsUnavailable failure) {
            throw counted(failure);
        }
    }

    private String ask(ContributionQuery query) {
        String authorization = token.authorization();
        try {
            return adapter.query(authorization, query);
        } catch (FeignException.Unauthorized revoked) {
            token.forget(authorization);
            return adapter.query(token.authorization(), query);
        }
    }

    private ContributionsUnavailable counted(ContributionsUnavailable failure) {
        meters.counter("tongban.contributions.reads", "result", failure.reason().name())
                .increment();
        if (failure.reason() == Cause.NOT_GENUINE) {
            LOG.error("An answer of the insurance adapter has no valid signature; it is treated as silence");
        } else {
            LOG.warn("Contribution records cannot be read: {}", failure.reason());
        }
        return failure;
    }

    /** What keeps one slow adapter from stopping every window. */
    record Guards(CircuitBreaker breaker, Retry retry) {}
}
