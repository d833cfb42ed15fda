package io.tongban.permit.casefile.consent;

import io.tongban.permit.casefile.consent.Consent.Purpose;
import io.tongban.permit.casefile.consent.Consents.Terms;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.platform.clock.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All consents and all questions of partners; what is written of them is never changed. */
@Repository
class ConsentRecords {

    private static final String CONSENTS = """
            select consent.id, consent.person, consent.partner, consent.purposes, consent.items, consent.valid_from, consent.valid_until,
                   consent.given_business_at, consent.given_window, consent.given_visit,
                   withdrawal.business_at as withdrawn_at
            from consent
                left join consent_withdrawal withdrawal on withdrawal.consent_id = consent.id
            """;

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final BusinessClock businessClock;

    ConsentRecords(JdbcClient jdbc, Clock systemClock, BusinessClock businessClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    UUID give(String person, Terms terms, Actor actor) {
        return jdbc.sql("""
                insert into consent (person, partner, purposes, items, valid_from, valid_until, given_at, given_business_at,
                    given_by, given_window, given_visit)
                values (:person, :partner, :purposes, :items, :from, :until, :at, :businessAt, :actor, :window, :visit)
                returning id
                """)
                .param("person", person)
                .param("partner", terms.partner())
                .param(
                        "purposes",
                        terms.purposes().stream().map(Purpose::name).sorted().toArray(String[]::new))
                .param("items", terms.items().toArray(String[]::new))
                .param("from", businessClock.today())
                .param("until", terms.until())
                .param("at", now())
                .param("businessAt", businessNow())
                .param("actor", actor.subject())
                .param("window", actor.window())
                .param("visit", actor.visit())
                .query(UUID.class)
                .single();
    }

    /** Once: the first withdrawal stays as it is. */
    void withdraw(UUID consent, Actor actor) {
        jdbc.sql("""
                insert into consent_withdrawal (consent_id, at, business_at, actor, actor_window, visit)
                values (:consent, :at, :businessAt, :actor, :window, :visit)
                on conflict (consent_id) do nothing
                """)
                .param("consent", consent)
                .param("at", now())
                .param("businessAt", businessNow())
                .param("actor", actor.subject())
                .param("window", actor.window())
                .param("visit", actor.visit())
                .update();
    }

    /** @param consent null if the partner named none of this person */
    void ask(@Nullable UUID consent, String person, String partner, String item, boolean allowed) {
        jdbc.sql("""
                insert into consent_question (consent_id, person, partner, item, at, business_at, allowed)
                values (:consent, :person, :partner, :item, :at, :businessAt, :allowed)
                """)
                .param("consent", consent)
                .param("person", person)
                .param("partner", partner)
                .param("item", item)
                .param("at", now())
                .param("businessAt", businessNow())
                .param("allowed", allowed)
                .update();
    }

    Optional<Instant> nthLatestQuestion(String partner, Instant since, int n) {
        return jdbc.sql("""
                select at from consent_question where partner = :partner and at > :since order by at desc offset :before limit 1
                """)
                .param("partner", partner)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("before", n - 1)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** How many of a person's consents are neither withdrawn nor past their last day, counted up to so many. */
    int active(String person, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select from consent
                    where person = :person and valid_until >= :today
                        and not exists (select from consent_withdrawal where consent_id = consent.id)
                    limit :most
                )
                """)
                .param("person", person)
                .param("today", businessClock.today())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    Optional<Consent> find(UUID id) {
        return jdbc.sql(CONSENTS + "where consent.id = :id")
                .param("id", id)
                .query((row, number) -> consent(row))
                .optional();
    }

    /** Who may be told of these cases today, and since when; the consent that was given first comes first. */
    List<FollowedCase> followed(Collection<UUID> cases) {
        return jdbc.sql("""
                select file.id as case_id, consent.partner, consent.id, consent.given_business_at
                from case_file as file
                    join consent on consent.person = file.person
                where file.id = any(:cases) and file.item = any(consent.items) and 'EVENTS' = any(consent.purposes)
                    and consent.valid_until >= :today
                    and not exists (select from consent_withdrawal where consent_id = consent.id)
                order by consent.given_business_at, consent.id
                """)
                .param("cases", cases.toArray(UUID[]::new))
                .param("today", businessClock.today())
                .query((row, number) -> new FollowedCase(
                        row.getObject("case_id", UUID.class),
                        row.getString("partner"),
                        row.getObject("id", UUID.class),
                        row.getObject("given_business_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The newest first. */
    List<Consent> before(@Nullable UUID cursor, String person, int most) {
        return jdbc.sql(CONSENTS + """
                where consent.person = :person and (cast(:cursor as uuid) is null or consent.id < :cursor)
                order by consent.id desc
                limit :most
                """)
                .param("person", person)
                .param("cursor", cursor)
                .param("most", most)
                .query((row, number) -> consent(row))
                .list();
    }

    /** The newest first. */
    List<ConsentQuestion> questionsBefore(@Nullable UUID cursor, String person, int most) {
        return jdbc.sql("""
                select id, consent_id, partner, item, business_at, allowed
                from consent_question
                where person = :person and (cast(:cursor as uuid) is null or id < :cursor)
                order by id desc
                limit :most
                """)
                .param("person", person)
                .param("cursor", cursor)
                .param("most", most)
                .query((row, number) -> new ConsentQuestion(
                        row.getObject("id", UUID.class),
                        row.getObject("consent_id", UUID.class),
                        row.getString("partner"),
                        row.getString("item"),
                        businessTime(row, "business_at"),
                        row.getBoolean("allowed")))
                .list();
    }

    private OffsetDateTime now() {
        return systemClock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime businessNow() {
        return businessClock.now().toOffsetDateTime();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("partner"),
                Arrays.stream((String[]) row.getArray("purposes").getArray())
                        .map(Purpose::valueOf)
                        .collect(Collectors.toSet()),
                List.of((String[]) row.getArray("items").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                businessTime(row, "given_business_at"),
                row.getObject("given_window", UUID.class),
                row.getObject("given_visit", UUID.class),
                row.getObject("withdrawn_at") == null ? null : businessTime(row, "withdrawn_at"));
    }

    private static ZonedDateTime businessTime(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(BusinessClock.ZONE);
    }
}
