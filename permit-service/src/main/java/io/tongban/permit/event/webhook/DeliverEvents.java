package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells webhooks of what is due: a case is claimed in a moment of the database, and a thread goes on with it. No partner takes the places
 * of another, however many webhooks it has, and each round begins behind the webhook that had its turn last.
 */
final class DeliverEvents implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final DeliverCase delivering;
    private final WebhookProperties properties;
    private final Clock systemClock;
    private final MeterRegistry meters;
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Semaphore> placesOfPartners = new ConcurrentHashMap<>();
    private final Semaphore placesInAll;
    private volatile @Nullable UUID lastInTurn;

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
        for (Webhook webhook : webhooks.due(systemClock.instant(), lastInTurn)) {
            Semaphore own =
                    placesOfPartners.computeIfAbsent(webhook.partner(), unknown -> new Semaphore(properties.atOnce()));
            int free = Math.min(own.availablePermits(), placesInAll.availablePermits());
            if (free > 0) {
                begin(webhook, own, free);
                lastInTurn = webhook.id();
            }
        }
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
