package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.permit.event.webhook.Delivery.Failed;
import io.tongban.permit.event.webhook.Delivery.Gone;
import io.tongban.permit.event.webhook.Delivery.Taken;
import io.tongban.permit.event.webhook.NextDelivery.Leave;
import io.tongban.permit.event.webhook.NextDelivery.Skip;
import io.tongban.permit.event.webhook.NextDelivery.Tell;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a webhook of a case that was claimed: one event after the other, as long as they are taken. What is sent is sent in no transaction. */
@Component
class DeliverCase {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverCase.class);

    private final NextDelivery next;
    private final SendEvent sending;
    private final EndAttempt ending;
    private final Webhooks webhooks;
    private final MeterRegistry meters;

    DeliverCase(NextDelivery next, SendEvent sending, EndAttempt ending, Webhooks webhooks, MeterRegistry meters) {
        this.next = next;
        this.sending = sending;
        this.ending = ending;
        this.webhooks = webhooks;
        this.meters = meters;
    }

    void deliver(Webhook webhook, QueuedCase claimed) {
        Optional<QueuedCase> left = Optional.of(claimed);
        while (left.isPresent()) {
            left = deliverNext(webhook, left.get());
        }
    }

    private Optional<QueuedCase> deliverNext(Webhook webhook, QueuedCase claimed) {
        return switch (next.of(webhook, claimed)) {
            case Tell tell -> tell(webhook, claimed, tell);
            case Skip skip -> ending.past(claimed, skip.seq());
            case Leave() -> {
                count("LEFT");
                ending.leave(claimed);
                yield Optional.empty();
            }
        };
    }

    private Optional<QueuedCase> tell(Webhook webhook, QueuedCase claimed, Tell tell) {
        return switch (sending.send(webhook, tell.event(), tell.consent())) {
            case Taken() -> {
                count("TAKEN");
                yield ending.taken(claimed, tell.event());
            }
            case Gone() -> {
                count("GONE");
                LOG.warn(
                        "Webhook {} of {} answered that it is gone; nothing more is sent",
                        webhook.id(),
                        webhook.partner());
                webhooks.end(webhook.id(), Webhook.Reason.GONE);
                ending.drop(claimed);
                yield Optional.empty();
            }
            case Failed failed -> failed(webhook, claimed, tell.event(), failed);
        };
    }

    private Optional<QueuedCase> failed(Webhook webhook, QueuedCase claimed, PublishedEvent event, Failed failed) {
        Optional<Instant> dueAt = ending.nextAttempt(claimed, failed);
        if (dueAt.isPresent()) {
            count("FAILED");
            ending.tryAgain(claimed, dueAt.get());
            return Optional.empty();
        }
        count("GIVEN_UP");
        LOG.warn("Webhook {} of {} was not told of {}; it is given up", webhook.id(), webhook.partner(), event.id());
        return ending.givenUp(claimed, event, failed);
    }

    private void count(String result) {
        meters.counter("tongban.webhooks.deliveries", "result", result).increment();
    }
}
