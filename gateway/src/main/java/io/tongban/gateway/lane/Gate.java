package io.tongban.gateway.lane;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;

/** The entrance of one lane: nobody waits here, a call is let in at once or refused at once. */
final class Gate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Lane lane;
    private final LaneProperties.Limits limits;
    private final Semaphore places;
    private final Bucket rate;
    private final Counter admitted;
    private final Counter tooFast;
    private final Counter full;

    Gate(Lane lane, LaneProperties.Limits limits, MeterRegistry meters) {
        this.lane = lane;
        this.limits = limits;
        this.places = new Semaphore(limits.places());
        this.rate = Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(limits.burst()).refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
                .build();
        this.admitted = counter("admitted", meters);
        this.tooFast = counter("rate-exceeded", meters);
        this.full = counter("full", meters);
        Gauge.builder("tongban.lane.inside", places, free -> limits.places() - free.availablePermits())
                .description("Calls that are inside the lane now")
                .tag("lane", lane.word())
                .register(meters);
        Gauge.builder("tongban.lane.places", limits, LaneProperties.Limits::places)
                .description("Calls that the lane has places for")
                .tag("lane", lane.word())
                .register(meters);
    }

    /**
     * Takes a place, which {@link #leave} gives back.
     *
     * @throws Problem if the lane is full, or calls come faster than it allows
     */
    void enter() {
        if (!places.tryAcquire()) {
            full.increment();
            throw refusal(LaneProblem.LANE_FULL, 1).with("places", limits.places());
        }
        ConsumptionProbe probe = rate.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            places.release();
            tooFast.increment();
            throw refusal(LaneProblem.LANE_RATE_EXCEEDED, Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND))
                    .with("perSecond", limits.perSecond());
        }
        admitted.increment();
    }

    void leave() {
        places.release();
    }

    private Problem refusal(LaneProblem type, long seconds) {
        long retryAfter = Math.max(1, seconds);
        return Problem.refusal(type)
                .with("lane", lane.word())
                .with("retryAfter", retryAfter)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
    }

    private Counter counter(String result, MeterRegistry meters) {
        return Counter.builder("tongban.lane.calls")
                .description("Calls at the entrance of the lane")
                .tag("lane", lane.word())
                .tag("result", result)
                .register(meters);
    }
}
