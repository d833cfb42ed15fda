package io.tongban.permit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.security.EndpointRules;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventProperties.class)
class EventConfiguration {

    @Bean
    EndpointRules eventRules() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, EventController.PATH).hasAuthority("SCOPE_events:read");
    }

    @Bean
    FollowFeed followFeed(
            ObjectProvider<FeedFollower> followers,
            Feed feed,
            JdbcClient jdbc,
            TransactionOperations transactions,
            MeterRegistry meters) {
        FeedAhead.check(jdbc);
        return new FollowFeed(followers, feed, jdbc, transactions, meters);
    }

    @Bean
    HeldEvents heldEvents(Feed feed, Clock systemClock, MeterRegistry meters) {
        return new HeldEvents(feed, systemClock, meters);
    }

    @Bean
    Rounds followingRounds(
            NoteMoments noting,
            FollowFeed following,
            HeldEvents held,
            EventProperties properties,
            MeterRegistry meters) {
        return new Rounds(
                "event-followers",
                properties.followEvery(),
                properties.followEvery(),
                () -> {
                    noting.run();
                    following.run();
                    held.look();
                },
                Counter.builder("tongban.events.rounds.failed")
                        .description("Rounds of those who follow the feed that failed; the next one goes on")
                        .register(meters),
                "The feed cannot be followed; it is tried again");
    }
}
