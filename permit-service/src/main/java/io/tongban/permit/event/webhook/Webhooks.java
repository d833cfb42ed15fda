package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.event.FeedPosition;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All webhooks, those that have ended too. */
@Repository
class Webhooks {

    private static final String WEBHOOKS =
            "select id, partner, url, types, registered_at, held_until, ended_at, ended_because from webhook ";

    private final JdbcClient jdbc;
    private final Clock systemClock;

    Webhooks(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    UUID add(String partner, URI url, Set<EventType> types, String account) {
        return jdbc.sql("""
                insert into webhook (partner, url, types, registered_at, registered_by)
                values (:partner, :url, :types, :now, :account)
                returning id
                """)
                .param("partner", partner)
                .param("url", url.toString())
                .param("types", types.stream().map(EventType::name).sorted().toArray(String[]::new))
                .param("now", now())
                .param("account", account)
                .query(UUID.class)
                .single();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(WEBHOOKS + "where id = :id")
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    /** Lets nobody else change it until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("select id from webhook where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /** The newest first. */
    List<Webhook> before(@Nullable UUID cursor, String partner, int most) {
        return jdbc.sql(WEBHOOKS + """
                where partner = :partner and (cast(:cursor as uuid) is null or id < :cursor)
                order by id desc
                limit :most
                """)
                .param("partner", partner)
                .param("cursor", cursor)
                .param("most", most)
                .query(Webhooks::webhook)
                .list();
    }

    /** Forgets those that ended before then, with their secrets, once nothing of them is queued or listed any more. */
    void forget(Instant endedBefore) {
        jdbc.sql("""
                with forgotten as (
                    select id
                    from webhook
                    where ended_at < :before
                        and not exists (select from webhook_queue as queued where queued.webhook_id = webhook.id)
                        and not exists (select from webhook_dead_letter as letter where letter.webhook_id = webhook.id)
                ), secrets as (
                    delete from webhook_secret where webhook_id in (select id from forgotten)
                )
                delete from webhook where id in (select id from forgotten)
                """).param("before", endedBefore.atOffset(ZoneOffset.UTC)).update();
    }

    /** Until the transaction ends nobody else registers one of the partner's. */
    void lock(String partner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('webhooks of ' || :partner, 0))")
                .param("partner", partner)
                .query(rows -> {});
    }

    /** How many of a partner's go on. */
    int active(String partner) {
        return jdbc.sql("select count(*) from webhook where partner = :partner and ended_at is null")
                .param("partner", partner)
                .query(Integer.class)
                .single();
    }

    /** Those that go on, of all partners. */
    List<Webhook> active() {
        return jdbc.sql(WEBHOOKS + "where ended_at is null order by id")
                .query(Webhooks::webhook)
                .list();
    }

    /** Those that go on and have to be told of something now. */
    List<Webhook> due(Instant now) {
        return jdbc.sql(WEBHOOKS + """
                where ended_at is null and (held_until is null or held_until <= :now)
                    and exists (select from webhook_queue as queued where queued.webhook_id = webhook.id and queued.due_at <= :now)
                order by id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Webhooks::webhook)
                .list();
    }

    /** Those that have ended, and of whose queue something is left. */
    List<UUID> endedWithAQueue() {
        return jdbc.sql("""
                select id from webhook
                where ended_at is not null
                    and exists (select from webhook_queue as queued where queued.webhook_id = webhook.id)
                """).query(UUID.class).list();
    }

    /** Once: what ended it first stays. */
    void end(UUID id, Webhook.Reason reason) {
        jdbc.sql("""
                update webhook
                set ended_at = :now, ended_because = :reason, replay_position = null, replay_case = null, replay_seq = null
                where id = :id and ended_at is null
                """)
                .param("id", id)
                .param("now", now())
                .param("reason", reason.name())
                .update();
    }

    /** Sends nothing before then; the later of two instants holds. */
    void hold(UUID id, Instant until) {
        jdbc.sql("update webhook set held_until = greatest(held_until, :until) where id = :id")
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Whoever asks for it is there again: nothing is held back any more.
     *
     * @param behind the event behind which events are queued once more
     */
    void replay(UUID id, FeedPosition behind) {
        jdbc.sql("""
                update webhook
                set replay_position = :position, replay_case = :caseId, replay_seq = :seq, held_until = null
                where id = :id and ended_at is null
                """)
                .param("id", id)
                .param("position", behind.position())
                .param("caseId", behind.caseId())
                .param("seq", behind.seq())
                .update();
    }

    /** One of which events are to be queued once more, and that had no turn since then; the one that had its turn longest ago. */
    Optional<Replay> takeReplayTurn(Instant since) {
        return jdbc.sql("""
                update webhook
                set replay_served_at = :now
                where id = any(array(
                    select id
                    from webhook
                    where replay_position is not null and ended_at is null and (replay_served_at is null or replay_served_at < :since)
                    order by replay_served_at nulls first, id
                    limit 1
                    for update skip locked))
                returning id, replay_position, replay_case, replay_seq
                """)
                .param("now", now())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Replay(
                        row.getObject("id", UUID.class),
                        new FeedPosition(
                                row.getLong("replay_position"),
                                row.getObject("replay_case", UUID.class),
                                row.getLong("replay_seq"))))
                .optional();
    }

    /**
     * Goes on behind another event, unless another place was asked for meanwhile.
     *
     * @param behind null: all events were queued
     */
    void moveReplay(Replay replay, @Nullable FeedPosition behind) {
        jdbc.sql("""
                update webhook
                set replay_position = :position, replay_case = cast(:caseId as uuid), replay_seq = :seq
                where id = :id and ended_at is null
                    and replay_position = :fromPosition and replay_case = :fromCase and replay_seq = :fromSeq
                """)
                .param("id", replay.webhook())
                .param("position", behind == null ? null : behind.position())
                .param("caseId", behind == null ? null : behind.caseId())
                .param("seq", behind == null ? null : behind.seq())
                .param("fromPosition", replay.behind().position())
                .param("fromCase", replay.behind().caseId())
                .param("fromSeq", replay.behind().seq())
                .update();
    }

    /** A webhook of which events are queued once more. */
    record Replay(UUID webhook, FeedPosition behind) {}

    private OffsetDateTime now() {
        return systemClock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        OffsetDateTime heldUntil = row.getObject("held_until", OffsetDateTime.class);
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("partner"),
                URI.create(row.getString("url")),
                Set.of((String[]) row.getArray("types").getArray()),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                heldUntil == null ? null : heldUntil.toInstant(),
                endedAt == null
                        ? null
                        : new Webhook.End(endedAt.toInstant(), Webhook.Reason.valueOf(row.getString("ended_because"))));
    }
}
