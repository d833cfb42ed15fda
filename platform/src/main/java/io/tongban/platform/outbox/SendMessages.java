package io.tongban.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.outbox.MessageGateway.NotTaken;
import io.tongban.platform.outbox.Outbox.Claimed;
import io.tongban.platform.outbox.Recipients.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due in the daytime: claimed in one moment of the database and told in another what became of it, sent in between. */
final class SendMessages implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

    private final Outbox outbox;
    private final Recipients recipients;
    private final @Nullable MessageGateway gateway;
    private final MessageTexts texts;
    private final OutboxProperties properties;
    private final BusinessClock businessClock;
    private final Clock systemClock;
    private final MeterRegistry meters;

    /** @param gateway null: messages are only shown */
    SendMessages(
            Outbox outbox,
            Recipients recipients,
            @Nullable MessageGateway gateway,
            MessageTexts texts,
            OutboxProperties properties,
            BusinessClock businessClock,
            Clock systemClock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.gateway = gateway;
        this.texts = texts;
        this.properties = properties;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.meters = meters;
    }

    @Override
    public void run() {
        List<Claimed> claimed;
        do {
            Instant until = systemClock.instant().plus(properties.claimedFor());
            claimed = isDaytime() ? outbox.claim(properties.atOnce(), until) : List.of();
            claimed.forEach(message -> sendOne(message, until));
        } while (claimed.size() == properties.atOnce());
    }

    private boolean isDaytime() {
        return properties.isDaytime(businessClock.now().toLocalTime());
    }

    /** What could still be under way when its claim is over is left to whoever claims it then. */
    private void sendOne(Claimed message, Instant until) {
        if (systemClock.instant().plus(properties.longestTry()).isAfter(until)) {
            return;
        }
        try {
            send(message);
        } catch (RuntimeException failure) { // one message must not keep the others from being sent
            LOG.error("The message {} could not be sent", message.id(), failure);
            failed(message, "BROKEN_OFF");
        }
    }

    private void send(Claimed message) {
        if (gateway == null || outbox.isStale(message.queuedAt())) {
            onlyShow(message);
            return;
        }
        Optional<Recipient> recipient = recipients.of(message.subject());
        if (recipient.isEmpty()) {
            onlyShow(message);
            return;
        }
        if (!isDaytime()) { // those before it took their time; it is due again when its claim is over
            return;
        }
        try {
            gateway.send(
                    message.id(),
                    recipient.get().address(),
                    texts.text(
                            message.template(),
                            message.figures(),
                            recipient.get().language()));
            count("SENT");
            outbox.sent(message);
        } catch (NotTaken notTaken) {
            LOG.warn("The message {} was not taken: {}", message.id(), notTaken.getMessage());
            failed(message, "FAILED");
        }
    }

    private void onlyShow(Claimed message) {
        count("ONLY_SHOWN");
        outbox.notSent(message, message.tries());
    }

    private void failed(Claimed message, String result) {
        int tries = message.tries() + 1;
        if (tries > properties.retries().size()) {
            count("GIVEN_UP");
            outbox.notSent(message, tries);
        } else {
            count(result);
            outbox.tryAgain(
                    message, systemClock.instant().plus(properties.retries().get(tries - 1)));
        }
    }

    private void count(String result) {
        meters.counter("tongban.outbox.messages", "result", result).increment();
    }
}
