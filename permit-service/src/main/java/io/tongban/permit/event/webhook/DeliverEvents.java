package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.consent.FollowedCase;
import io.tongban.permit.event.Feed;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.permit.event.webhook.Delivery.Failed;
import io.tongban.permit.event.webhook.Delivery.Gone;
import io.tongban.permit.event.webhook.Delivery.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells webhooks of what is due. A case is claimed, and given back, in a moment of the database each; what lies between them is sent in no
 * transaction. No webhook takes the places of another.
 */
final class DeliverEvents implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final DeadLetters deadLetters;
    private final Feed feed;
    private final Consents consents;
    private final SendEvent sending;
    private final RetrySchedule retries;
    private final WebhookProperties properties;
    private final TransactionOperations transactions;
    private final Clock systemClock;
    private final MeterRegistry meters;
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();
    private final Semaphore placesInAll;

    DeliverEvents(
            Stores stores,
            Consents consents,
            SendEvent sending,
            RetrySchedule retries,
            WebhookProperties properties,
            TransactionOperations transactions,
            Clock systemClock,
            MeterRegistry meters) {
        this.webhooks = stores.webhooks();
        this.queue = stores.queue();
        this.deadLetters = stores.deadLetters();
        this.feed = stores.feed();
        this.consents = consents;
        this.sending = sending;
        this.retries = retries;
        this.properties = properties;
        this.transactions = transactions;
        this.systemClock = systemClock;
        this.meters = meters;
        this.placesInAll = new Semaphore(properties.atOnceInAll());
    }

    /** What it reads and writes. */
    record Stores(Webhooks webhooks, DeliveryQueue queue, DeadLetters deadLetters, Feed feed) {}

    /** Begins as many deliveries as there are places, and waits for none of them. */
    @Override
    public void run() {
        for (Webhook webhook : webhooks.due(systemClock.instant())) {
            Semaphore own = places.computeIfAbsent(webhook.id(), unknown -> new Semaphore(properties.atOnce()));
            int free = Math.min(own.availablePermits(), placesInAll.availablePermits());
            if (free > 0) {
                begin(webhook, own, free);
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
                    deliver(webhook, claimed);
                } catch (RuntimeException failure) { // it is due again when its claim is over
                    LOG.error("Case {} of webhook {} could not be delivered", claimed.caseId(), webhook.id(), failure);
                    count("BROKEN_OFF");
                } finally {
                    placesInAll.release();
                    own.release();
                }
            });
        }
    }

    /** One event of the case after the other, as long as they are taken. */
    void deliver(Webhook webhook, QueuedCase claimed) {
        Optional<QueuedCase> next = Optional.of(claimed);
        while (next.isPresent()) {
            next = deliverNext(webhook, next.get());
        }
    }

    private Optional<QueuedCase> deliverNext(Webhook webhook, QueuedCase claimed) {
        Optional<FollowedCase> followed = followed(webhook, claimed.caseId());
        Optional<PublishedEvent> event =
                feed.first(claimed.caseId(), claimed.nextSeq(), claimed.lastSeq(), webhook.types());
        if (followed.isEmpty() || event.isEmpty()) { // withdrawn since it was queued, or nothing is left to tell
            queue.drop(claimed);
            return Optional.empty();
        }
        if (event.get().happenedAt().isBefore(followed.get().since())) {
            return after(claimed, event.get());
        }
        return switch (sending.send(webhook, event.get(), followed.get().consent())) {
            case Taken() -> {
                count("TAKEN");
                deadLetters.remove(webhook.id(), event.get());
                yield after(claimed, event.get());
            }
            case Gone() -> {
                count("GONE");
                LOG.warn(
                        "Webhook {} of {} answered that it is gone; nothing more is sent",
                        webhook.id(),
                        webhook.partner());
                webhooks.end(webhook.id(), Webhook.Reason.GONE);
                queue.drop(claimed);
                yield Optional.empty();
            }
            case Failed failed -> failed(webhook, claimed, event.get(), failed);
        };
    }

    private Optional<QueuedCase> failed(Webhook webhook, QueuedCase claimed, PublishedEvent event, Failed failed) {
        int attempts = claimed.attempts() + 1;
        Optional<Duration> pause = retries.pause(attempts, failed.retryAfter());
        if (pause.isPresent()) {
            count("FAILED");
            queue.tryAgain(claimed, attempts, systemClock.instant().plus(pause.get()));
            return Optional.empty();
        }
        count("GIVEN_UP");
        LOG.warn("Webhook {} of {} was not told of {}; it is given up", webhook.id(), webhook.partner(), event.id());
        return Objects.requireNonNull(transactions.execute(transaction -> {
            deadLetters.add(webhook.id(), event, attempts, failed.status());
            return after(claimed, event);
        }));
    }

    private Optional<QueuedCase> after(QueuedCase claimed, PublishedEvent event) {
        return queue.after(claimed, event.seq(), systemClock.instant().plus(properties.claimedFor()));
    }

    private Optional<FollowedCase> followed(Webhook webhook, UUID caseId) {
        return consents.followed(List.of(caseId)).stream()
                .filter(followed -> followed.partner().equals(webhook.partner()))
                .findFirst();
    }

    private void count(String result) {
        meters.counter("tongban.webhooks.deliveries", "result", result).increment();
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
    }
}
