package io.tongban.permit.event.webhook;

import io.tongban.permit.event.PublishedEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events that were given up. */
@Repository
class DeadLetters {

    private final JdbcClient jdbc;
    private final Clock systemClock;

    DeadLetters(JdbcClient jdbc, Clock systemClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
    }

    /** @param status of the last answer; null if nothing came */
    void add(UUID webhook, PublishedEvent event, int attempts, @Nullable Integer status) {
        jdbc.sql("""
                insert into webhook_dead_letter (webhook_id, case_id, seq, type, attempts, last_status, given_up_at)
                values (:webhook, :caseId, :seq, :type, :attempts, :status, :now)
                on conflict (webhook_id, case_id, seq) do nothing
                """)
                .param("webhook", webhook)
                .param("caseId", event.caseId())
                .param("seq", event.seq())
                .param("type", event.type().name())
                .param("attempts", attempts)
                .param("status", status)
                .param("now", systemClock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** After it was told after all. */
    void remove(UUID webhook, PublishedEvent event) {
        jdbc.sql("delete from webhook_dead_letter where webhook_id = :webhook and case_id = :caseId and seq = :seq")
                .param("webhook", webhook)
                .param("caseId", event.caseId())
                .param("seq", event.seq())
                .update();
    }

    /** The newest first. */
    List<DeadLetter> before(@Nullable UUID cursor, UUID webhook, int most) {
        return jdbc.sql("""
                select id, case_id, seq, type, attempts, last_status, given_up_at
                from webhook_dead_letter
                where webhook_id = :webhook and (cast(:cursor as uuid) is null or id < :cursor)
                order by id desc
                limit :most
                """)
                .param("webhook", webhook)
                .param("cursor", cursor)
                .param("most", most)
                .query((row, number) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getLong("seq"),
                        row.getString("type"),
                        row.getInt("attempts"),
                        row.getObject("last_status", Integer.class),
                        row.getObject("given_up_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets some of those that were given up before then. */
    int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from webhook_dead_letter
                where id = any(array(
                    select id from webhook_dead_letter where given_up_at < :before order by given_up_at limit :most))
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /**
     * An event that was given up.
     *
     * @param lastStatus null if the last attempt was answered nothing
     */
    record DeadLetter(
            UUID id,
            UUID caseId,
            long seq,
            String type,
            int attempts,
            @Nullable Integer lastStatus,
            Instant givenUpAt) {}
}
