package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.event.webhook.PartnerConnection.Answer;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A partner registers an address that says that it wants to be told.
 *
 * <p>Source: HTTP 1.1 Web Hooks for Event Delivery 1.0.1 of CloudEvents, section 4, "Abuse Protection".
 */
final class RegisterWebhook {

    private static final String ANYBODY = "*";

    /** In seconds: by then an address that does not answer has been given up. */
    private static final String RETRY_AFTER = "10";

    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final PartnerConnection connection;
    private final WebhookUrls urls;
    private final WebhookProperties properties;
    private final TransactionOperations transactions;

    RegisterWebhook(
            Webhooks webhooks,
            WebhookSecrets secrets,
            PartnerConnection connection,
            WebhookProperties properties,
            TransactionOperations transactions) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.connection = connection;
        this.urls = new WebhookUrls(properties.anyAddress());
        this.properties = properties;
        this.transactions = transactions;
    }

    /** @throws Problem if the address cannot be one, or does not say that it wants to be told, or the partner has too many */
    Registered register(String address, Set<EventType> types, Caller partner) {
        URI url = urls.require(address);
        String client = Consents.clientOf(partner);
        requireRoom(client); // before anybody is asked
        requireConfirmation(url);
        return Objects.requireNonNull(transactions.execute(transaction -> {
            webhooks.lock(client);
            requireRoom(client);
            UUID id = webhooks.add(client, url, types, partner.subject());
            WebhookSecret secret = secrets.next(id, Duration.ZERO);
            return new Registered(webhooks.find(id).orElseThrow(), secret);
        }));
    }

    private void requireRoom(String client) {
        if (webhooks.active(client) >= properties.mostOfAPartner()) {
            throw Problem.of(WebhookProblem.WEBHOOKS_TOO_MANY).with("most", properties.mostOfAPartner());
        }
    }

    /** What does not answer is answered alike, so that nobody learns from it what there is behind a name. */
    private void requireConfirmation(URI url) {
        if (!isConfirmed(url)) {
            throw Problem.of(WebhookProblem.WEBHOOK_NOT_CONFIRMED).with("origin", properties.origin());
        }
    }

    private boolean isConfirmed(URI url) {
        Map<String, String> question = Map.of("WebHook-Request-Origin", properties.origin());
        try {
            Answer answer = connection.call(HttpMethod.OPTIONS.name(), url, question, null, properties.confirmWithin());
            String allowed = answer.allowedOrigin();
            return answer.isSuccess()
                    && (ANYBODY.equals(allowed) || properties.origin().equalsIgnoreCase(allowed));
        } catch (PartnerConnection.BrokenOff here) {
            throw Problem.of(GeneralProblem.UNAVAILABLE, here).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        } catch (IOException nothing) {
            return false;
        }
    }

    /** A webhook with its secret, which is shown this once. */
    record Registered(Webhook webhook, WebhookSecret secret) {}
}
