package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.event.FeedCursor;
import io.tongban.permit.event.webhook.RegisterWebhook.Registered;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a partner does with a webhook of its own; of another partner's it is told that there is none. */
@Service
class ChangeWebhook {

    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final WebhookProperties properties;

    ChangeWebhook(Webhooks webhooks, WebhookSecrets secrets, WebhookProperties properties) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.properties = properties;
    }

    Webhook own(UUID id, Caller partner) {
        return webhooks.find(id)
                .filter(webhook -> webhook.partner().equals(Consents.clientOf(partner)))
                .orElseThrow(() -> Problem.of(WebhookProblem.WEBHOOK_UNKNOWN));
    }

    /** Makes another secret; the one of before signs beside it for a while. Of two who ask at once one comes after the other. */
    @Transactional
    public Registered renewSecret(UUID id, Caller partner) {
        webhooks.lock(own(id, partner).id());
        Webhook webhook = active(id, partner);
        return new Registered(webhook, secrets.next(webhook.id(), properties.formerSecretFor()));
    }

    /** Lets everything behind a place in the feed be sent once more. */
    Webhook replay(UUID id, FeedCursor after, Caller partner) {
        Webhook webhook = active(id, partner);
        webhooks.replay(webhook.id(), after.after());
        return webhook;
    }

    /** Nothing more is sent; removing it again changes nothing. */
    Webhook remove(UUID id, Caller partner) {
        Webhook webhook = own(id, partner);
        webhooks.end(webhook.id(), Webhook.Reason.REMOVED);
        return webhooks.find(id).orElseThrow();
    }

    private Webhook active(UUID id, Caller partner) {
        Webhook webhook = own(id, partner);
        if (webhook.state() == Webhook.State.ENDED) {
            throw Problem.of(WebhookProblem.WEBHOOK_ENDED);
        }
        return webhook;
    }
}
