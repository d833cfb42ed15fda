package io.tongban.permit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.security.EndpointRules;
import java.time.Clock;
import java.time.Duration;
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
    Rounds followingRounds(
            FollowFeed following, Feed feed, EventProperties properties, Clock systemClock, MeterRegistry meters) {
        HeldEvents held = new HeldEvents(feed, systemClock);
        Gauge.builder("tongban.events.held", held, HeldEvents::seconds)
                .description(
                        "For how long, in seconds, the first event is written that cannot be handed out yet; 0 if all can be")
                .baseUnit("seconds")
                .register(meters);
        return new Rounds(
                "event-followers",
                properties.followEvery(),
                properties.followEvery(),
                () -> {
                    following.run();
                    held.look();
                },
                Counter.builder("tongban.events.rounds.failed")
                        .description("Rounds of those who follow the feed that failed; the next one goes on")
                        .register(meters),
                "The feed cannot be followed; it is tried again");
    }

    /** How long events are held, as of the last round. */
    private static final class HeldEvents {

        private final Feed feed;
        private final Clock systemClock;
        private volatile double seconds;

        HeldEvents(Feed feed, Clock systemClock) {
            this.feed = feed;
            this.systemClock = systemClock;
        }

        void look() {
            seconds = feed.firstHeldRecordedAt()
                    .map(at -> Duration.between(at, systemClock.instant()).toMillis() / 1000.0)
                    .orElse(0.0);
        }

        double seconds() {
            return seconds;
        }
    }
}
