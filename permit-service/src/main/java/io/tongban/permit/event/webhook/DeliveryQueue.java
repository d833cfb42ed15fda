package io.tongban.permit.event.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cases of which webhooks have still to be told: one row for each case of a webhook, so that within a case the next event waits.
 *
 * <p>A claim is a time: who has claimed a case has it until it is due again, and changes nothing of it once somebody else has claimed it.
 */
@Repository
class DeliveryQueue {

    private final JdbcClient jdbc;

    DeliveryQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Queues events of cases; what is queued of a case already goes on, from the earlier event of the two.
     *
     * @param spans one of a webhook and a case
     */
    void add(Collection<Span> spans, Instant now) {
        insert(spans, now, """
                    attempts = case when excluded.next_seq < queued.next_seq then 0 else queued.attempts end
                """);
    }

    /**
     * The same, of events that are asked for once more: what is queued is due at once and has all its attempts again, unless one is under
     * way.
     */
    void addAgain(Collection<Span> spans, Instant now) {
        insert(spans, now, """
                    attempts = case when queued.claim is not null and queued.due_at > excluded.due_at
                        and queued.next_seq <= excluded.next_seq then queued.attempts else 0 end,
                    due_at = case when queued.claim is not null then queued.due_at else least(queued.due_at, excluded.due_at) end
                """);
    }

    /** In one order, so that two who queue the same cases wait for each other in one direction only. */
    private void insert(Collection<Span> unordered, Instant now, String andSet) {
        if (unordered.isEmpty()) {
            return;
        }
        List<Span> spans = unordered.stream()
                .sorted(Comparator.comparing(Span::webhook).thenComparing(Span::caseId))
                .toList();
        jdbc.sql("""
                insert into webhook_queue as queued (webhook_id, case_id, next_seq, last_seq, due_at)
                select span.*, cast(:now as timestamptz)
                from unnest(cast(:webhooks as uuid[]), cast(:cases as uuid[]), cast(:firsts as bigint[]), cast(:lasts as bigint[])) as span
                on conflict (webhook_id, case_id) do update
                set next_seq = least(queued.next_seq, excluded.next_seq),
                    last_seq = greatest(queued.last_seq, excluded.last_seq),
                """ + andSet)
                .param("webhooks", column(spans, Span::webhook, UUID[]::new))
                .param("cases", column(spans, Span::caseId, UUID[]::new))
                .param("firsts", column(spans, Span::firstSeq, Long[]::new))
                .param("lasts", column(spans, Span::lastSeq, Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Claims cases that are due, the longest due first.
     *
     * @param until when they are due again, if nobody has said by then what became of them
     */
    List<QueuedCase> claim(UUID webhook, int most, Instant now, Instant until) {
        return jdbc.sql("""
                update webhook_queue
                set due_at = :until, claim = :claim
                where webhook_id = :webhook and case_id = any(array(
                    select case_id
                    from webhook_queue
                    where webhook_id = :webhook and due_at <= :now
                    order by due_at
                    limit :most
                    for update skip locked))
                returning webhook_id, case_id, next_seq, last_seq, attempts, claim
                """)
                .param("webhook", webhook)
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("claim", UUID.randomUUID())
                .query(DeliveryQueue::queued)
                .list();
    }

    /** Whether whoever claimed a case still has it; if so, until the transaction ends. */
    boolean has(QueuedCase claimed) {
        return jdbc.sql("""
                        select case_id from webhook_queue where webhook_id = :webhook and case_id = :caseId and claim = :claim for update
                        """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /**
     * What is left of a case after one of its events was delivered or given up; it stays claimed.
     *
     * @param seq of that event
     * @return empty if nothing is left, or somebody else has claimed it
     */
    Optional<QueuedCase> after(QueuedCase claimed, long seq, Instant until) {
        int finished = jdbc.sql("""
                delete from webhook_queue
                where webhook_id = :webhook and case_id = :caseId and claim = :claim and next_seq = :next and last_seq <= :seq
                """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .param("next", claimed.nextSeq())
                .param("seq", seq)
                .update();
        if (finished > 0) {
            return Optional.empty();
        }
        // An earlier event may have been queued once more meanwhile: then it is the next.
        return jdbc.sql("""
                update webhook_queue
                set next_seq = case when next_seq = :next then cast(:seq as bigint) + 1 else next_seq end, attempts = 0, due_at = :until
                where webhook_id = :webhook and case_id = :caseId and claim = :claim
                returning webhook_id, case_id, next_seq, last_seq, attempts, claim
                """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .param("next", claimed.nextSeq())
                .param("seq", seq)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(DeliveryQueue::queued)
                .optional();
    }

    /** Gives a case back after an attempt that failed. */
    void tryAgain(QueuedCase claimed, int attempts, Instant dueAt) {
        jdbc.sql("""
                update webhook_queue
                set attempts = case when next_seq = :next then :attempts else 0 end, due_at = :dueAt, claim = null
                where webhook_id = :webhook and case_id = :caseId and claim = :claim
                """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .param("next", claimed.nextSeq())
                .param("attempts", attempts)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives a case back without an attempt. */
    void release(QueuedCase claimed, Instant dueAt) {
        jdbc.sql("""
                update webhook_queue set due_at = :dueAt, claim = null
                where webhook_id = :webhook and case_id = :caseId and claim = :claim
                """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a case out, unless more of it was queued meanwhile. */
    void drop(QueuedCase claimed) {
        jdbc.sql("""
                delete from webhook_queue
                where webhook_id = :webhook and case_id = :caseId and claim = :claim and next_seq = :next and last_seq = :last
                """)
                .param("webhook", claimed.webhook())
                .param("caseId", claimed.caseId())
                .param("claim", claimed.claim())
                .param("next", claimed.nextSeq())
                .param("last", claimed.lastSeq())
                .update();
    }

    /** Takes out some of what is left of a webhook. */
    int clear(UUID webhook, int most) {
        return jdbc.sql("""
                delete from webhook_queue
                where webhook_id = :webhook
                    and case_id = any(array(select case_id from webhook_queue where webhook_id = :webhook limit :most))
                """).param("webhook", webhook).param("most", most).update();
    }

    private static <T> T[] column(Collection<Span> spans, Function<Span, T> column, IntFunction<T[]> array) {
        return spans.stream().map(column).toArray(array);
    }

    private static QueuedCase queued(ResultSet row, int number) throws SQLException {
        return new QueuedCase(
                row.getObject("webhook_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("next_seq"),
                row.getLong("last_seq"),
                row.getInt("attempts"),
                row.getObject("claim", UUID.class));
    }

    /** Events of a case that a webhook is to be told of, from one to another. */
    record Span(UUID webhook, UUID caseId, long firstSeq, long lastSeq) {

        /** Both together. */
        Span and(Span other) {
            return new Span(webhook, caseId, Math.min(firstSeq, other.firstSeq), Math.max(lastSeq, other.lastSeq));
        }
    }
}
