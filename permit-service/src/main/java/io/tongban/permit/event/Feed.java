package io.tongban.permit.event;

import io.tongban.permit.casefile.ledger.EventType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The events of all cases in one order, in which nothing is ever added before what was handed out.
 *
 * <p>An event is handed out once no transaction is under way that could still write one before it (docs/adr/0212).
 */
@Repository
public class Feed {

    /** Positions before this one are settled: whoever began earlier has ended. */
    static final String SETTLED =
            "(select ahead from event_feed) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String EVENTS = """
        select event.case_id, event.seq, event.type, event.at, event.business_at, event.actor_window, event.visit, event.payload,
            event.prev_hash, event.hash, event.feed_position,
            case when event.type = 'CASE_OPENED'
                then (select person from case_file where id = event.case_id) end as account,
            case when event.type = 'NOTICE_GIVEN'
                then (select points from notice where number = event.payload ->> 'number') end as points
        from ledger_event as event
        """;

    private static final Map<String, EventType> TYPES = Arrays.stream(EventType.values())
            .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private final JdbcClient jdbc;

    Feed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What can be handed out behind a position; of each case in the order of its ledger.
     *
     * <p>A page ends before an event of a type that this release does not know: a later one wrote it, and will hand it out.
     */
    public FeedPage after(FeedPosition from, int limit) {
        Horizon horizon = horizon(); // before the events are read: what is settled now is settled then
        List<FoundEvent> found = jdbc.sql(EVENTS + """
                where (event.feed_position, event.case_id, event.seq) > (:position, :caseId, :seq)
                order by event.feed_position, event.case_id, event.seq
                limit :limit
                """)
                .param("position", from.position())
                .param("caseId", from.caseId())
                .param("seq", from.seq())
                .param("limit", limit + 1)
                .query(FoundEvent::read)
                .list();
        List<PublishedEvent> events = new ArrayList<>();
        for (FoundEvent each : found) {
            EventType type = TYPES.get(each.type());
            boolean isSettled = each.at().position() < horizon.settled();
            if (!isSettled || type == null || events.size() == limit) {
                return new FeedPage(events, !isSettled, horizon.notedAt());
            }
            events.add(each.published(type));
        }
        return new FeedPage(events, true, horizon.notedAt());
    }

    private Horizon horizon() {
        return jdbc.sql("select settled.position, (select business_at from event_moment"
                        + " where feed_position <= settled.position order by feed_position desc limit 1) as noted_at"
                        + " from (select " + SETTLED + " as position) as settled")
                .query((row, number) -> {
                    OffsetDateTime notedAt = row.getObject("noted_at", OffsetDateTime.class);
                    return new Horizon(row.getLong("position"), notedAt == null ? null : notedAt.toInstant());
                })
                .single();
    }

    /** Whether the event behind which somebody reads on is there. */
    boolean has(FeedPosition event) {
        return event.isStart()
                || jdbc.sql("""
                        select 1 from ledger_event where case_id = :caseId and seq = :seq and feed_position = :position
                        """)
                        .param("caseId", event.caseId())
                        .param("seq", event.seq())
                        .param("position", event.position())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    /**
     * The first event of a case from one sequence number to another that is of one of these types, as a page that has no other; empty and
     * not the last if there is one of a type that this release does not know.
     *
     * @param types the names of those of a subscriber
     */
    public FeedPage first(UUID caseId, long seq, long lastSeq, Collection<String> types) {
        Optional<FoundEvent> found = jdbc.sql(EVENTS + """
                where event.case_id = :caseId and event.seq between :seq and :lastSeq and event.type = any(:types)
                order by event.seq
                limit 1
                """)
                .param("caseId", caseId)
                .param("seq", seq)
                .param("lastSeq", lastSeq)
                .param("types", types.toArray(String[]::new))
                .query(FoundEvent::read)
                .optional();
        if (found.isEmpty()) {
            return new FeedPage(List.of(), true, null);
        }
        EventType type = TYPES.get(found.get().type());
        return type == null
                ? new FeedPage(List.of(), false, null)
                : new FeedPage(List.of(found.get().published(type)), true, null);
    }

    /** When the first event was recorded that cannot be handed out yet; empty if all can be. */
    Optional<Instant> firstHeldRecordedAt() {
        return jdbc.sql("select at from ledger_event where feed_position >= " + SETTLED + """

                order by feed_position, case_id, seq
                limit 1
                """)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Up to where events are settled.
     *
     * @param notedAt the newest moment that was noted before it, by the business clock; null: none was
     */
    private record Horizon(long settled, @Nullable Instant notedAt) {}

    /** An event as the ledger has it. */
    private record FoundEvent(
            FeedPosition at,
            String type,
            Instant recordedAt,
            Instant happenedAt,
            @Nullable UUID window,
            @Nullable UUID visit,
            String payload,
            String prevHash,
            String hash,
            @Nullable String account,
            @Nullable List<String> points) {

        static FoundEvent read(ResultSet row, int number) throws SQLException {
            return new FoundEvent(
                    new FeedPosition(
                            row.getLong("feed_position"), row.getObject("case_id", UUID.class), row.getLong("seq")),
                    row.getString("type"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getObject("business_at", OffsetDateTime.class).toInstant(),
                    row.getObject("actor_window", UUID.class),
                    row.getObject("visit", UUID.class),
                    row.getString("payload"),
                    row.getString("prev_hash"),
                    row.getString("hash"),
                    row.getString("account"),
                    texts(row.getArray("points")));
        }

        private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
            return array == null ? null : List.of((String[]) array.getArray());
        }

        PublishedEvent published(EventType known) {
            return new PublishedEvent(
                    at,
                    known,
                    recordedAt,
                    happenedAt,
                    window,
                    visit,
                    EventShape.data(known, payload, account, points),
                    prevHash,
                    hash);
        }
    }
}
