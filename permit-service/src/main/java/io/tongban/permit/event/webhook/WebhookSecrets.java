package io.tongban.permit.event.webhook;

import io.tongban.platform.crypto.FieldEncryption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets of webhooks, encrypted in the database. */
@Repository
class WebhookSecrets {

    /** Source: Standard Webhooks 1.0.0, "Signature scheme": 24 to 64 bytes. */
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final Clock systemClock;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(JdbcClient jdbc, FieldEncryption encryption, Clock systemClock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.systemClock = systemClock;
    }

    /**
     * Makes the next secret; the one before it signs beside it for a while, and an older one no more.
     *
     * @param formerFor how long the one before it still signs
     */
    WebhookSecret next(UUID webhook, Duration formerFor) {
        Instant now = systemClock.instant();
        int newest = newest(webhook);
        jdbc.sql("""
                update webhook_secret
                set ends_at = case when number = :newest then cast(:ends as timestamptz) else cast(:now as timestamptz) end
                where webhook_id = :webhook and (ends_at is null or ends_at > :now)
                """)
                .param("webhook", webhook)
                .param("newest", newest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ends", now.plus(formerFor).atOffset(ZoneOffset.UTC))
                .update();
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        int number = newest + 1;
        jdbc.sql("""
                insert into webhook_secret (webhook_id, number, secret, made_at) values (:webhook, :number, :secret, :now)
                """)
                .param("webhook", webhook)
                .param("number", number)
                .param("secret", encryption.encrypt(secret, context(webhook, number)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return new WebhookSecret(secret);
    }

    /** Those that sign now, the newest first. */
    List<WebhookSecret> of(UUID webhook) {
        return jdbc.sql("""
                select number, secret from webhook_secret
                where webhook_id = :webhook and (ends_at is null or ends_at > :now)
                order by number desc
                """)
                .param("webhook", webhook)
                .param("now", systemClock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new WebhookSecret(
                        encryption.decrypt(row.getBytes("secret"), context(webhook, row.getInt("number")))))
                .list();
    }

    /** Until when the secret before the newest still signs; empty if it does not. */
    Optional<Instant> formerEndsAt(UUID webhook) {
        return jdbc.sql("select max(ends_at) from webhook_secret where webhook_id = :webhook and ends_at > :now")
                .param("webhook", webhook)
                .param("now", systemClock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Forgets those that sign nothing any more. */
    void forgetEnded() {
        jdbc.sql("delete from webhook_secret where ends_at <= :now")
                .param("now", systemClock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int newest(UUID webhook) {
        return jdbc.sql("select coalesce(max(number), 0) from webhook_secret where webhook_id = :webhook")
                .param("webhook", webhook)
                .query(Integer.class)
                .single();
    }

    private static String context(UUID webhook, int number) {
        return "webhook:" + webhook + ":secret:" + number;
    }
}
