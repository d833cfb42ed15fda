package io.tongban.permit.event.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.event.Feed;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.security.EndpointRules;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    /** Of a webhook that is sent events once more. */
    private static final int EVENTS_IN_A_TURN = 200;

    @Bean
    EndpointRules webhookRules() {
        return requests -> requests.requestMatchers(
                        HttpMethod.GET,
                        WebhookController.PATH,
                        WebhookController.PATH + "/{id}",
                        WebhookController.PATH + "/{id}/dead-letters")
                .hasRole("api-consumer")
                .requestMatchers(
                        HttpMethod.POST,
                        WebhookController.PATH,
                        WebhookController.PATH + "/{id}/secrets",
                        WebhookController.PATH + "/{id}/replays",
                        WebhookController.PATH + "/{id}/removal")
                .hasRole("api-consumer");
    }

    @Bean
    PartnerConnection deliveryConnection(
            WebhookProperties properties, DeploymentProperties deployment, Clock systemClock) {
        requirePublicAddresses(properties, deployment);
        return new PartnerConnection(properties, properties.atOnceInAll(), systemClock);
    }

    /** Beside that of deliveries, so that neither waits for the other. */
    @Bean
    PartnerConnection registrationConnection(
            WebhookProperties properties, DeploymentProperties deployment, Clock systemClock) {
        requirePublicAddresses(properties, deployment);
        return new PartnerConnection(properties, properties.confirmAtOnce(), systemClock);
    }

    private static void requirePublicAddresses(WebhookProperties properties, DeploymentProperties deployment) {
        if (properties.anyAddress() && !deployment.isSandbox()) {
            throw new StartRefused(
                    "tongban.webhooks.any-address is true, and this is no sandbox: partners could have private addresses called.",
                    "Remove tongban.webhooks.any-address.");
        }
    }

    @Bean
    RegisterWebhook registerWebhook(
            Webhooks webhooks,
            WebhookSecrets secrets,
            PartnerConnection registrationConnection,
            WebhookProperties properties,
            TransactionOperations transactions) {
        return new RegisterWebhook(webhooks, secrets, registrationConnection, properties, transactions);
    }

    @Bean
    RetrySchedule retrySchedule(WebhookProperties properties) {
        return new RetrySchedule(
                properties.retries(), () -> ThreadLocalRandom.current().nextDouble());
    }

    @Bean
    SendEvent sendEvent(
            PartnerConnection deliveryConnection,
            WebhookSecrets secrets,
            Consents consents,
            WebhookProperties properties,
            DeploymentProperties deployment,
            Clock systemClock) {
        if (consents.listsAny() && !properties.source().isAbsolute() && !deployment.isSandbox()) {
            throw new StartRefused(
                    "tongban.webhooks.source is no absolute address (" + properties.source()
                            + "), and partners (tongban.consent.partners) tell by it which city an event comes from.",
                    "Set tongban.webhooks.source to the address of the API, such as https://api.example/api/v1/events.");
        }
        return new SendEvent(deliveryConnection, secrets, properties, systemClock);
    }

    @Bean
    DeliverEvents deliverEvents(
            Webhooks webhooks,
            DeliveryQueue queue,
            DeliverCase delivering,
            WebhookProperties properties,
            Clock systemClock,
            MeterRegistry meters) {
        return new DeliverEvents(webhooks, queue, delivering, properties, systemClock, meters);
    }

    @Bean
    Rounds webhookRounds(DeliverEvents delivering, WebhookProperties properties, MeterRegistry meters) {
        return new Rounds(
                "webhooks",
                properties.sendEvery(),
                properties.sendEvery(),
                delivering,
                Counter.builder("tongban.webhooks.rounds.failed")
                        .description("Looks for what partners are to be told that failed; the next one goes on")
                        .register(meters),
                "Partners cannot be told of events; it is tried again");
    }

    @Bean
    ReplayEvents replayEvents(
            Webhooks webhooks, QueueEvents queueing, Feed feed, TransactionOperations transactions, Clock systemClock) {
        return new ReplayEvents(webhooks, queueing, feed, transactions, systemClock, EVENTS_IN_A_TURN);
    }

    @Bean
    Rounds replayRounds(ReplayEvents replaying, WebhookProperties properties, MeterRegistry meters) {
        return new Rounds(
                "webhook-replays",
                properties.sendEvery(),
                properties.sendEvery(),
                replaying,
                Counter.builder("tongban.webhooks.replay.rounds.failed")
                        .description("Rounds of events that are queued once more that failed; the next one goes on")
                        .register(meters),
                "Events cannot be queued once more; it is tried again");
    }
}
