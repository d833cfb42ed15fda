package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells webhooks of what is due: a case is claimed in a moment of the database, and a thread goes on with it. No partner takes the places
 * of another, however many webhooks it has, and the webhook comes first whose last turn is longest ago.
 */
final class DeliverEvents implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);

    /** Whoever had none of the last ones is as somebody who never had one. */
    private static final long TURNS_KEPT = 10_000;

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final DeliverCase delivering;
    private final WebhookProperties properties;
    private final Clock systemClock;
    private final MeterRegistry meters;
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Semaphore> placesOfPartners = new ConcurrentHashMap<>();
    private final Semaphore placesInAll;
    private final Map<UUID, Long> lastTurns = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    DeliverEvents(
            Webhooks webhooks,
            DeliveryQueue queue,
            DeliverCase delivering,
            WebhookProperties properties,
            Clock systemClock,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.delivering = delivering;
        this.properties = properties;
        this.systemClock = systemClock;
        this.meters = meters;
        this.placesInAll = new Semaphore(properties.atOnceInAll());
    }

    /** Begins as many deliveries as there are places, and waits for none of them. */
    @Override
    public void run() {
        List<Webhook> inTurn = webhooks.due(systemClock.instant()).stream()
                .sorted(Comparator.comparingLong(webhook -> lastTurns.getOrDefault(webhook.id(), 0L)))
                .toList();
        for (Webhook webhook : inTurn) {
            Semaphore own =
                    placesOfPartners.computeIfAbsent(webhook.partner(), unknown -> new Semaphore(properties.atOnce()));
            int free = Math.min(own.availablePermits(), placesInAll.availablePermits());
            if (free > 0) {
                begin(webhook, own, free);
                lastTurns.put(webhook.id(), turns.incrementAndGet());
            }
        }
        lastTurns.values().removeIf(turn -> turn < turns.get() - TURNS_KEPT);
    }

    private void begin(Webhook webhook, Semaphore own, int free) {
        Instant now = systemClock.instant();
        for (QueuedCase claimed : queue.claim(webhook.id(), free, now, now.plus(properties.claimedFor()))) {
            own.acquireUninterruptibly(); // at once: only a round takes places
            placesInAll.acquireUninterruptibly();
            deliveries.execute(() -> {
                try {
                    delivering.deliver(claimed);
                } catch (RuntimeException failure) { // it is due again when its claim is over
                    LOG.error("Case {} of webhook {} could not be delivered", claimed.caseId(), webhook.id(), failure);
                    meters.counter("tongban.webhooks.deliveries", "result", "BROKEN_OFF")
                            .increment();
                } finally {
                    placesInAll.release();
                    own.release();
                }
            });
        }
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
    }
}
