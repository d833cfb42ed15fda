package io.tongban.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.clock.ClockAutoConfiguration;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.tls.BelievedAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends the messages of a service that says to whom they go. */
@AutoConfiguration(after = {ClockAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({JdbcClient.class, Recipients.class})
@EnableConfigurationProperties({OutboxProperties.class, DeploymentProperties.class})
public class OutboxAutoConfiguration {

    @Bean
    MessageTexts messageTexts() {
        return MessageTexts.load(OutboxAutoConfiguration.class.getClassLoader());
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            MessageTexts texts,
            Clock systemClock,
            BusinessClock businessClock,
            OutboxProperties properties) {
        return new Outbox(jdbc, texts, systemClock, businessClock, properties.within());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("tongban.outbox.gateway.url")
    MessageGateway messageGateway(OutboxProperties properties, DeploymentProperties deployment) {
        OutboxProperties.Gateway gateway = properties.gateway();
        URI url = BelievedAddress.outside(Objects.requireNonNull(gateway.url()), "the gateway of messages", deployment);
        return new HttpMessageGateway(url, gateway.token(), gateway.connectTimeout(), gateway.readTimeout());
    }

    @Bean
    SendMessages sendMessages(
            Outbox outbox,
            Recipients recipients,
            ObjectProvider<MessageGateway> gateway,
            MessageTexts texts,
            OutboxProperties properties,
            BusinessClock businessClock,
            Clock systemClock,
            MeterRegistry meters) {
        return new SendMessages(
                outbox, recipients, gateway.getIfAvailable(), texts, properties, businessClock, systemClock, meters);
    }

    @Bean
    Rounds outboxRounds(SendMessages sending, OutboxProperties properties, MeterRegistry meters) {
        return new Rounds(
                "outbox",
                properties.sendEvery(),
                properties.sendEvery(),
                sending,
                Counter.builder("tongban.outbox.rounds.failed")
                        .description("Looks for messages that are due that failed; the next one goes on")
                        .register(meters),
                "Messages cannot be sent; it is tried again");
    }
}
