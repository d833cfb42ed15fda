package io.tongban.platform.idempotency;

import io.tongban.platform.idempotency.Beginning.AnswerLost;
import io.tongban.platform.idempotency.Beginning.Answered;
import io.tongban.platform.idempotency.Beginning.InUse;
import io.tongban.platform.idempotency.Beginning.OtherBody;
import io.tongban.platform.idempotency.Beginning.Started;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The idempotency keys in use, in the service's own database and by the database's clock. */
final class IdempotencyRecords {

    private static final int SWEPT_AT_ONCE = 50;

    /** Between two sweeps that find all that has expired; where one leaves some, the next begin goes on. */
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Duration expiry;
    private final Duration lock;
    private final Supplier<@Nullable Long> presence;
    private final AtomicLong nextSweep = new AtomicLong(System.nanoTime());

    /** @param presence the number of the advisory lock that shows that this replica lives; null: it holds none at the moment */
    IdempotencyRecords(JdbcClient jdbc, Duration expiry, Duration lock, Supplier<@Nullable Long> presence) {
        this.jdbc = jdbc;
        this.expiry = expiry;
        this.lock = lock;
        this.presence = presence;
    }

    /**
     * Takes the key if it is free, if it has expired, or if an attempt with this body committed nothing and its replica is gone or its
     * time is over.
     *
     * <p>Whoever gets another replica's lock, shared and until the end of the statement, knows that its session is gone. A record
     * names no replica whose own session has gone unnoticed: such an attempt has its time.
     */
    Beginning begin(String id, String requestDigest) {
        sweepIfDue();
        UUID attempt = UUID.randomUUID();
        int taken = jdbc.sql("""
                        insert into idempotency_record as present
                            (id, request_digest, attempt, state, locked_until, expires_at, replica)
                        values (:id, :digest, :attempt, 'running',
                            statement_timestamp() + make_interval(secs => :lock),
                            statement_timestamp() + make_interval(secs => :expiry),
                            case when not pg_try_advisory_xact_lock_shared(cast(:replica as bigint))
                                then cast(:replica as bigint) end)
                        on conflict (id) do update
                        set request_digest = excluded.request_digest,
                            attempt = excluded.attempt,
                            state = excluded.state,
                            locked_until = excluded.locked_until,
                            expires_at = excluded.expires_at,
                            replica = excluded.replica,
                            status = null,
                            answer = null
                        where present.expires_at <= statement_timestamp()
                           or (present.state = 'running'
                               and present.request_digest = excluded.request_digest
                               and (present.locked_until <= statement_timestamp()
                                    or pg_try_advisory_xact_lock_shared(present.replica)))
                        """)
                .param("id", id)
                .param("digest", requestDigest)
                .param("attempt", attempt)
                .param("replica", presence.get())
                .param("lock", lock.toMillis() / 1000.0)
                .param("expiry", expiry.toMillis() / 1000.0)
                .update();
        if (taken == 1) {
            return new Started(attempt);
        }
        // Gone in the meantime: its attempt has just failed, and the next one will get the key.
        return present(id, requestDigest).orElseGet(InUse::new);
    }

    /**
     * Marks the attempt's work as done, within the transaction that does it.
     *
     * @return false if the attempt has lost the key, so the transaction must not commit
     */
    boolean commit(String id, UUID attempt) {
        return jdbc.sql("""
                        update idempotency_record
                        set state = 'committed'
                        where id = :id and attempt = :attempt and state in ('running', 'committed')
                        """).param("id", id).param("attempt", attempt).update() == 1;
    }

    /** Keeps the answer for the next time. */
    void answer(String id, UUID attempt, int status, EncryptedAnswer answer) {
        jdbc.sql("""
                        update idempotency_record
                        set state = 'answered', status = :status, answer = :answer
                        where id = :id and attempt = :attempt
                        """)
                .param("id", id)
                .param("attempt", attempt)
                .param("status", status)
                .param("answer", answer.cipher())
                .update();
    }

    /** Gives the key back after an attempt that broke off, unless something of it was committed. */
    void release(String id, UUID attempt) {
        jdbc.sql("delete from idempotency_record where id = :id and attempt = :attempt and state = 'running'")
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    /** Gives the key back after an attempt that was refused: it says itself that it created nothing. */
    void forget(String id, UUID attempt) {
        jdbc.sql("delete from idempotency_record where id = :id and attempt = :attempt")
                .param("id", id)
                .param("attempt", attempt)
                .update();
    }

    private Optional<Beginning> present(String id, String requestDigest) {
        return jdbc.sql("""
                        select request_digest, state, status, answer,
                            locked_until > statement_timestamp()
                                and pg_try_advisory_xact_lock_shared(replica) is not true as locked
                        from idempotency_record
                        where id = :id
                        """)
                .param("id", id)
                .query((row, number) -> beginning(row, requestDigest))
                .optional();
    }

    private static Beginning beginning(ResultSet row, String requestDigest) throws SQLException {
        if (!row.getString("request_digest").equals(requestDigest)) {
            return new OtherBody();
        }
        return switch (row.getString("state")) {
            case "answered" -> new Answered(row.getInt("status"), new EncryptedAnswer(row.getBytes("answer")));
            case "committed" -> row.getBoolean("locked") ? new InUse() : new AnswerLost();
            default -> new InUse();
        };
    }

    /** Now and then a begin removes a few that have expired, so that they can never grow without limit. */
    private void sweepIfDue() {
        long due = nextSweep.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEPT_EVERY.toNanos()) && sweep() == SWEPT_AT_ONCE) {
            nextSweep.set(now);
        }
    }

    private int sweep() {
        return jdbc.sql("""
                        delete from idempotency_record
                        where id in (
                            select id from idempotency_record
                            where expires_at <= statement_timestamp()
                            order by expires_at
                            limit :limit
                            for update skip locked)
                        """).param("limit", SWEPT_AT_ONCE).update();
    }
}
