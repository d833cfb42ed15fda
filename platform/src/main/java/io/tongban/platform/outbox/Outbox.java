package io.tongban.platform.outbox;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.outbox.ShownMessage.State;
import io.tongban.platform.problem.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a service: each is written once, whoever writes it again. */
public final class Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final Clock systemClock;
    private final BusinessClock businessClock;
    private final Duration within;

    /** @param within how long after it was written a message is sent at all */
    Outbox(JdbcClient jdbc, MessageTexts texts, Clock systemClock, BusinessClock businessClock, Duration within) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
        this.within = within;
    }

    /** Writes messages, within the caller's transaction if there is one; those that are there already stay as they are. */
    public void add(List<NewMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        OffsetDateTime now = now();
        jdbc.sql("""
                        insert into outbox_message (subject, template, key, figures, queued_at, queued_business_at, state, due_at)
                        select message.subject, message.template, message.key, message.figures::json, :now, :businessNow, 'WAITING', :now
                        from unnest(
                            cast(:subjects as uuid[]), cast(:templates as text[]), cast(:keys as text[]), cast(:figures as text[]))
                            as message (subject, template, key, figures)
                        on conflict (subject, template, key) do nothing
                        """)
                .param("now", now)
                .param("businessNow", businessClock.now().toOffsetDateTime())
                .param("subjects", messages.stream().map(NewMessage::subject).toArray(UUID[]::new))
                .param("templates", texts(messages, NewMessage::template))
                .param("keys", texts(messages, NewMessage::key))
                .param("figures", texts(messages, message -> JSON.writeValueAsString(message.figures())))
                .update();
    }

    /** Sends nothing more about a subject; what waits is only shown. */
    public void stop(UUID subject) {
        jdbc.sql(
                        "update outbox_message set state = 'NOT_SENT', due_at = null where subject = :subject and state = 'WAITING'")
                .param("subject", subject)
                .update();
    }

    /**
     * The messages about a subject in all languages, the newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    public List<ShownMessage> about(UUID subject, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select id, template, figures, queued_at, queued_business_at, state, sent_at
                        from outbox_message
                        where subject = :subject and (cast(:before as uuid) is null or id < :before)
                        order by id desc
                        limit :limit
                        """)
                .param("subject", subject)
                .param("before", before)
                .param("limit", limit)
                .query(this::shown)
                .list();
    }

    /** Claims messages that are due, the longest due first. */
    List<Claimed> claim(int most, Instant until) {
        return jdbc.sql("""
                        update outbox_message
                        set due_at = :until, claim = :claim
                        where id = any(array(
                            select id from outbox_message
                            where due_at <= :now
                            order by due_at
                            limit :most
                            for update skip locked))
                        returning id, subject, template, figures, queued_at, tries, claim
                        """)
                .param("most", most)
                .param("now", now())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("claim", UUID.randomUUID())
                .query((row, number) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getString("template"),
                        figures(row),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"),
                        row.getObject("claim", UUID.class)))
                .list();
    }

    void sent(Claimed message) {
        end(message, State.SENT, message.tries() + 1, now());
    }

    void notSent(Claimed message, int tries) {
        end(message, State.NOT_SENT, tries, null);
    }

    void tryAgain(Claimed message, Instant dueAt) {
        jdbc.sql("""
                        update outbox_message set due_at = :dueAt, tries = :tries, claim = null
                        where id = :id and claim = :claim and state = 'WAITING'
                        """)
                .param("id", message.id())
                .param("claim", message.claim())
                .param("tries", message.tries() + 1)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void end(Claimed message, State state, int tries, @Nullable OffsetDateTime sentAt) {
        jdbc.sql("""
                        update outbox_message
                        set state = :state, due_at = null, tries = :tries, sent_at = cast(:sentAt as timestamptz)
                        where id = :id and claim = :claim and state = 'WAITING'
                        """)
                .param("id", message.id())
                .param("claim", message.claim())
                .param("state", state.name())
                .param("tries", tries)
                .param("sentAt", sentAt)
                .update();
    }

    private ShownMessage shown(ResultSet row, int number) throws SQLException {
        String template = row.getString("template");
        Map<String, String> figures = figures(row);
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new ShownMessage(
                row.getObject("id", UUID.class),
                template,
                texts.text(template, figures, Language.ZH),
                texts.text(template, figures, Language.EN),
                row.getObject("queued_business_at", OffsetDateTime.class)
                        .atZoneSameInstant(BusinessClock.ZONE)
                        .toOffsetDateTime(),
                State.valueOf(row.getString("state")),
                sentAt == null ? null : sentAt.toInstant());
    }

    /** Whether a message of that moment is too old to be sent. */
    boolean isStale(Instant queuedAt) {
        return systemClock.instant().isAfter(queuedAt.plus(within));
    }

    private OffsetDateTime now() {
        return systemClock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Map<String, String> figures(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("figures"), new TypeReference<Map<String, String>>() {});
    }

    private static String[] texts(List<NewMessage> messages, Function<NewMessage, String> column) {
        return messages.stream().map(column).toArray(String[]::new);
    }

    /**
     * A message as whoever claimed it has it.
     *
     * @param tries how often it was tried in vain
     */
    record Claimed(
            UUID id,
            UUID subject,
            String template,
            Map<String, String> figures,
            Instant queuedAt,
            int tries,
            UUID claim) {}
}
