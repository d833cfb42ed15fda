package io.tongban.permit.event;

import io.tongban.platform.clock.BusinessClock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes moments of the business clock, each with the number of the transaction that notes it: who had begun to write before then has a
 * smaller one. Once all of those have ended, whether they committed or not, nothing of that moment is missing (docs/adr/0212).
 */
@Component
class NoteMoments implements Runnable {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    NoteMoments(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes this moment, and forgets those before the newest one that can be relied on. */
    @Override
    public void run() {
        OffsetDateTime now = clock.now().toOffsetDateTime(); // before the number is drawn
        jdbc.sql("""
                insert into event_moment (feed_position, business_at)
                select ahead + pg_current_xact_id()::text::bigint, :now from event_feed
                on conflict (feed_position) do nothing
                """).param("now", now).update();
        jdbc.sql(
                        "delete from event_moment where feed_position < (select max(feed_position) from event_moment where feed_position <= "
                                + Feed.SETTLED + ")")
                .update();
    }
}
