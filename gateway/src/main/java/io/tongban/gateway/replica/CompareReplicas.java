package io.tongban.gateway.replica;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every replica directly what is in force there, and says in metrics and in the log whether they agree. */
final class CompareReplicas {

    private static final Logger log = LoggerFactory.getLogger(CompareReplicas.class);

    private final Replicas replicas;
    private final ReplicaClient client;
    private final Duration within;

    private volatile Comparison latest = Comparison.OF_NONE;

    /** @param within how long a round may take */
    CompareReplicas(Replicas replicas, ReplicaClient client, Duration within, MeterRegistry meters) {
        this.replicas = replicas;
        this.client = client;
        this.within = within;
        register(meters, "known", comparison -> comparison.known().size());
        register(meters, "answering", comparison -> comparison.answers().size());
        // Unknown rather than 0 where nobody answered: silence is no agreement.
        Gauge.builder(
                        "tongban.standards.replicas.differing",
                        this,
                        round -> round.latest.answers().isEmpty() ? Double.NaN : round.latest.differing())
                .description("Replicas of permit-service with other standards in force than most")
                .register(meters);
    }

    /** One round; ends when every replica has answered or run out of time. Rounds do not overlap. */
    void compare() {
        Comparison before = latest;
        Comparison now = ask(replicas.known());
        latest = now;
        // Each change once: a difference that stays is the metric's to tell.
        if (!now.differences().equals(before.differences())) {
            now.differences()
                    .ifPresentOrElse(
                            differences -> log.warn("the standards in force differ between replicas: {}", differences),
                            () -> log.info(
                                    "no difference any more between the {} replicas that answer",
                                    now.answers().size()));
        }
        if (!now.silent().equals(before.silent()) && !now.silent().isEmpty()) {
            log.warn("replicas that do not say what is in force: {}", String.join(", ", now.silent()));
        }
    }

    private Comparison ask(List<Replica> known) {
        Map<Replica, StandardsInForce> answers = new ConcurrentHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            // One that is late is interrupted, which closes its connection.
            each.invokeAll(
                    known.stream()
                            .map(replica -> Executors.callable(
                                    () -> client.ask(replica).ifPresent(answer -> answers.put(replica, answer))))
                            .toList(),
                    within.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
        return new Comparison(known, answers);
    }

    private void register(MeterRegistry meters, String state, ToDoubleFunction<Comparison> size) {
        Gauge.builder("tongban.standards.replicas", this, round -> size.applyAsDouble(round.latest))
                .description("Replicas of permit-service, and how many of them said what is in force there")
                .tag("state", state)
                .register(meters);
    }
}
