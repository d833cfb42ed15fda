package io.tongban.permit.event.webhook;

import io.tongban.permit.deadline.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Service;

/** Forgets what was given up long ago, secrets that sign nothing any more, and webhooks that have ended, what is queued of them first. */
@Service
class ForgetWebhookLeftovers implements DueWork {

    private static final int AT_ONCE = 1000;

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final DeadLetters deadLetters;
    private final WebhookSecrets secrets;
    private final WebhookProperties properties;
    private final Clock systemClock;

    ForgetWebhookLeftovers(
            Webhooks webhooks,
            DeliveryQueue queue,
            DeadLetters deadLetters,
            WebhookSecrets secrets,
            WebhookProperties properties,
            Clock systemClock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.secrets = secrets;
        this.properties = properties;
        this.systemClock = systemClock;
    }

    @Override
    public String name() {
        return "forget-webhook-leftovers";
    }

    @Override
    public void doWhatIsDue(LocalDate today) {
        Instant now = systemClock.instant();
        untilNoneIsLeft(most -> deadLetters.forget(now.minus(properties.deadLettersKeptFor()), most));
        secrets.forgetEnded();
        webhooks.endedWithAQueue().forEach(webhook -> untilNoneIsLeft(most -> queue.clear(webhook, most)));
        webhooks.forget(now.minus(properties.endedKeptFor()));
    }

    private static void untilNoneIsLeft(IntUnaryOperator forget) {
        int forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = forget.applyAsInt(AT_ONCE);
        }
    }
}
