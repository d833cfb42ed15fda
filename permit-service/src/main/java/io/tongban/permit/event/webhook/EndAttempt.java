package io.tongban.permit.event.webhook;

import io.tongban.permit.event.PublishedEvent;
import io.tongban.permit.event.webhook.Delivery.Failed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on record after an attempt: the event is done with, or is tried again, or is given up. */
@Component
class EndAttempt {

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final DeadLetters deadLetters;
    private final RetrySchedule retries;
    private final Duration claimedFor;
    private final Clock systemClock;

    EndAttempt(
            Webhooks webhooks,
            DeliveryQueue queue,
            DeadLetters deadLetters,
            RetrySchedule retries,
            WebhookProperties properties,
            Clock systemClock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.claimedFor = properties.claimedFor();
        this.systemClock = systemClock;
    }

    /** What is left of the case, claimed as before, after the event was taken. */
    Optional<QueuedCase> taken(QueuedCase claimed, PublishedEvent event) {
        deadLetters.remove(claimed.webhook(), event);
        return past(claimed, event.seq());
    }

    /** Goes on behind an event that is not told. */
    Optional<QueuedCase> past(QueuedCase claimed, long seq) {
        return queue.after(claimed, seq, systemClock.instant().plus(claimedFor));
    }

    /** When the event is tried again that was not taken; empty if it was the last time. */
    Optional<Instant> nextAttempt(QueuedCase claimed, Failed failed) {
        return retries.pause(claimed.attempts() + 1, failed.retryAfter())
                .map(pause -> systemClock.instant().plus(pause));
    }

    void tryAgain(QueuedCase claimed, Instant dueAt) {
        queue.tryAgain(claimed, claimed.attempts() + 1, dueAt);
    }

    /**
     * Lists the event, unless somebody else has claimed the case meanwhile, who may yet see it taken.
     *
     * @return what is left of the case, claimed as before
     */
    @Transactional
    public Optional<QueuedCase> givenUp(QueuedCase claimed, PublishedEvent event, Failed failed) {
        if (!queue.has(claimed)) {
            return Optional.empty();
        }
        deadLetters.add(claimed.webhook(), event, claimed.attempts() + 1, failed.status());
        return past(claimed, event.seq());
    }

    /** Leaves the webhook alone with all of its cases for as long as its address asked for it, if it did. */
    void hold(QueuedCase claimed, Failed failed) {
        Duration asked = failed.retryAfter();
        if (asked != null) {
            webhooks.hold(claimed.webhook(), systemClock.instant().plus(RetrySchedule.granted(asked)));
        }
    }

    /** Nothing more is sent to the webhook. */
    void gone(QueuedCase claimed) {
        webhooks.end(claimed.webhook(), Webhook.Reason.GONE);
        drop(claimed);
    }

    /** Takes out a case of a webhook that is sent nothing more. */
    void drop(QueuedCase claimed) {
        queue.drop(claimed);
    }

    /** Keeps a case for later without an attempt. */
    void release(QueuedCase claimed, Instant dueAt) {
        queue.release(claimed, dueAt);
    }

    /** Leaves a case to whichever replica comes next, as if a claim had ended. */
    void leave(QueuedCase claimed) {
        queue.release(claimed, systemClock.instant().plus(claimedFor));
    }
}
