package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.event.webhook.Delivery.BrokenOff;
import io.tongban.permit.event.webhook.Delivery.Failed;
import io.tongban.permit.event.webhook.Delivery.Gone;
import io.tongban.permit.event.webhook.Delivery.Taken;
import io.tongban.permit.event.webhook.NextDelivery.Ended;
import io.tongban.permit.event.webhook.NextDelivery.Later;
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
    private final MeterRegistry meters;

    DeliverCase(NextDelivery next, SendEvent sending, EndAttempt ending, MeterRegistry meters) {
        this.next = next;
        this.sending = sending;
        this.ending = ending;
        this.meters = meters;
    }

    void deliver(QueuedCase claimed) {
        Optional<QueuedCase> left = Optional.of(claimed);
        while (left.isPresent()) {
            left = deliverNext(left.get());
        }
    }

    private Optional<QueuedCase> deliverNext(QueuedCase claimed) {
        return switch (next.of(claimed)) {
            case Tell tell -> tell(claimed, tell);
            case Skip skip -> ending.past(claimed, skip.seq());
            case Ended() -> {
                ending.drop(claimed);
                yield Optional.empty();
            }
            case Later later -> {
                ending.release(claimed, later.at());
                yield Optional.empty();
            }
            case Leave() -> {
                count("LEFT");
                ending.leave(claimed);
                yield Optional.empty();
            }
        };
    }

    private Optional<QueuedCase> tell(QueuedCase claimed, Tell tell) {
        return switch (sending.send(tell.webhook(), tell.event(), tell.consent())) {
            case Taken() -> {
                count("TAKEN");
                yield ending.taken(claimed, tell.event());
            }
            case Gone() -> {
                count("GONE");
                LOG.warn(
                        "Webhook {} of {} answered that it is gone; nothing more is sent",
                        claimed.webhook(),
                        tell.webhook().partner());
                ending.gone(claimed);
                yield Optional.empty();
            }
            case BrokenOff() -> { // it is due again when its claim is over
                count("BROKEN_OFF");
                yield Optional.empty();
            }
            case Failed failed -> failed(claimed, tell, failed);
        };
    }

    private Optional<QueuedCase> failed(QueuedCase claimed, Tell tell, Failed failed) {
        ending.hold(claimed, failed);
        Optional<Instant> dueAt = ending.nextAttempt(claimed, failed);
        if (dueAt.isPresent()) {
            count("FAILED");
            ending.tryAgain(claimed, dueAt.get());
            return Optional.empty();
        }
        count("GIVEN_UP");
        LOG.warn(
                "Webhook {} of {} was not told of {}; it is given up",
                claimed.webhook(),
                tell.webhook().partner(),
                tell.event().id());
        return ending.givenUp(claimed, tell.event(), failed);
    }

    private void count(String result) {
        meters.counter("tongban.webhooks.deliveries", "result", result).increment();
    }
}
