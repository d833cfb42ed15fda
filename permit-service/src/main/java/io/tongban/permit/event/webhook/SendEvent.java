package io.tongban.permit.event.webhook;

import io.tongban.permit.event.PublishedEvent;
import io.tongban.permit.event.webhook.Delivery.BrokenOff;
import io.tongban.permit.event.webhook.Delivery.Failed;
import io.tongban.permit.event.webhook.Delivery.Gone;
import io.tongban.permit.event.webhook.Delivery.Taken;
import io.tongban.permit.event.webhook.PartnerConnection.Answer;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** One attempt to tell a webhook of an event, signed by Standard Webhooks. */
final class SendEvent {

    private final PartnerConnection connection;
    private final WebhookSecrets secrets;
    private final WebhookProperties properties;
    private final Clock systemClock;

    SendEvent(PartnerConnection connection, WebhookSecrets secrets, WebhookProperties properties, Clock systemClock) {
        this.connection = connection;
        this.secrets = secrets;
        this.properties = properties;
        this.systemClock = systemClock;
    }

    /** @param consent under which the partner is told */
    Delivery send(Webhook webhook, PublishedEvent event, UUID consent) {
        byte[] body = CloudEvent.body(event, properties.source(), consent);
        long seconds = systemClock.instant().getEpochSecond();
        String signatures = secrets.of(webhook.id()).stream()
                .map(secret -> secret.sign(event.id(), seconds, body))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = Map.of(
                "webhook-id", event.id(), "webhook-timestamp", Long.toString(seconds), "webhook-signature", signatures);
        try {
            Answer answer =
                    connection.call(HttpMethod.POST.name(), webhook.url(), headers, body, properties.answerWithin());
            if (answer.isSuccess()) {
                return new Taken();
            }
            return answer.status() == HttpStatus.GONE.value()
                    ? new Gone()
                    : new Failed(answer.status(), answer.retryAfter());
        } catch (PartnerConnection.BrokenOff here) {
            return new BrokenOff();
        } catch (IOException nothing) {
            return new Failed(null, null);
        }
    }
}
