package io.tongban.permit.event;

import io.tongban.platform.StartRefused;
import io.tongban.platform.migration.OwnersWork;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the next positions of the feed ahead of those that are there: a database that was filled from a dump counts its transactions anew,
 * and what happens next would stand before what was handed out.
 */
final class FeedAhead implements OwnersWork {

    /** How far the positions that are there lie ahead of the next one; 0 or less as long as the database counts on. */
    private static final String BEHIND = """
        select greatest(
                coalesce((select feed_position from ledger_event order by feed_position desc limit 1), 0),
                coalesce((select feed_position from event_moment order by feed_position desc limit 1), 0))
            - (select ahead from event_feed) - pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1
        """;

    @Override
    public List<String> enter(Environment settings, DataSource asOwner) {
        JdbcClient owner = JdbcClient.create(asOwner);
        if (behind(owner) <= 0) {
            return List.of();
        }
        long ahead = Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(asOwner)).execute(transaction -> {
                    // Nobody writes an event meanwhile, and who has begun to has ended.
                    owner.sql("lock table ledger_event in share row exclusive mode")
                            .update();
                    return owner.sql("update event_feed set ahead = ahead + greatest((" + BEHIND
                                    + "), 0) returning ahead")
                            .query(Long.class)
                            .single();
                }));
        return List.of(
                "events: positions go on %d ahead, since the database counts its transactions anew".formatted(ahead));
    }

    /**
     * Lets a start go on that meets no position of the future.
     *
     * @throws StartRefused if the database was filled from a dump and {@code migrate} has not run since
     */
    static void check(JdbcClient runtime) {
        if (behind(runtime) > 0) {
            throw new StartRefused(
                    "The database counts its transactions anew, so new events would be missed by whoever follows them.",
                    "Run `java -jar permit-service.jar migrate` with the settings of the owner, then start again.");
        }
    }

    private static long behind(JdbcClient database) {
        return database.sql(BEHIND).query(Long.class).single();
    }
}
