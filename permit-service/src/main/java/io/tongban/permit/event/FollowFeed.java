package io.tongban.permit.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Hands the feed to those who follow it here; of several replicas one at a time does it for each of them. */
final class FollowFeed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowFeed.class);

    /** So few that what is written about them fits well into a transaction. */
    private static final int AT_ONCE = 100;

    private final ObjectProvider<FeedFollower> followers;
    private final Feed feed;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;

    FollowFeed(
            ObjectProvider<FeedFollower> followers,
            Feed feed,
            JdbcClient jdbc,
            TransactionOperations transactions,
            MeterRegistry meters) {
        this.followers = followers;
        this.feed = feed;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** A page of each in turn, until each has taken what can be handed out. */
    @Override
    public void run() {
        List<FeedFollower> behind = followers.orderedStream().toList();
        while (!behind.isEmpty()) {
            behind = behind.stream().filter(this::follows).toList();
        }
    }

    /** Whether there is more to take at once. */
    private boolean follows(FeedFollower follower) {
        try {
            return takesMore(follower);
        } catch (RuntimeException failure) { // one follower must not keep the others from following
            meters.counter("tongban.events.follow.failed", "follower", follower.name())
                    .increment();
            LOG.error(
                    "{} could not take the next events; it is tried again in the next round", follower.name(), failure);
            return false;
        }
    }

    private boolean takesMore(FeedFollower follower) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Optional<FeedPosition> place = place(follower.name());
            if (place.isEmpty()) { // another replica is at it
                return false;
            }
            FeedPage page = feed.after(place.get(), AT_ONCE);
            if (page.events().isEmpty()) {
                return false;
            }
            follower.take(page.events());
            move(follower.name(), page.endFrom(place.get()));
            return !page.isLast();
        }));
    }

    private Optional<FeedPosition> place(String name) {
        return jdbc.sql("""
                select feed_position, case_id, seq from event_follower where name = :name for update skip locked
                """)
                .param("name", name)
                .query((row, number) -> new FeedPosition(
                        row.getLong("feed_position"), row.getObject("case_id", UUID.class), row.getLong("seq")))
                .optional();
    }

    private void move(String name, FeedPosition to) {
        jdbc.sql(
                        "update event_follower set feed_position = :position, case_id = :caseId, seq = :seq where name = :name")
                .param("name", name)
                .param("position", to.position())
                .param("caseId", to.caseId())
                .param("seq", to.seq())
                .update();
    }
}
