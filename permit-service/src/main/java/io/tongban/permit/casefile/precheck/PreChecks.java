package io.tongban.permit.casefile.precheck;

import io.tongban.engine.standard.StandardReference;
import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of who asked for whose assessment. */
@Repository
class PreChecks {

    private final JdbcClient jdbc;
    private final Clock systemClock;
    private final BusinessClock businessClock;

    PreChecks(JdbcClient jdbc, Clock systemClock, BusinessClock businessClock) {
        this.jdbc = jdbc;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    void insert(Entry entry) {
        jdbc.sql("""
            insert into pre_check (at, business_at, actor, actor_window, consent, person, item, route,
                standard_version, applied_on, hypothetical, evidence_id, record_reused, assessment_digest)
            values (:at, :businessAt, :actor, :window, :consent, :person, :item, :route,
                :standardVersion, :appliedOn, :hypothetical, :evidenceId, :recordReused, :digest)
            """)
                .param("at", systemClock.instant().atOffset(ZoneOffset.UTC))
                .param("businessAt", businessClock.now().toOffsetDateTime())
                .param("actor", entry.actor())
                .param("window", entry.window())
                .param(
                        "consent",
                        entry.consent() == null ? null : entry.consent().toString())
                .param("person", entry.person())
                .param("item", entry.standard().item())
                .param("route", entry.route())
                .param("standardVersion", entry.standard().version())
                .param("appliedOn", entry.appliedOn())
                .param("hypothetical", entry.hypothetical())
                .param("evidenceId", entry.evidenceId())
                .param("recordReused", entry.recordReused())
                .param("digest", entry.digest())
                .update();
    }

    /** When the account made the nth latest of its pre-checks; empty if it made fewer since then. */
    Optional<Instant> nthLatest(String actor, Instant since, int n) {
        return jdbc.sql("""
                        select at from pre_check where actor = :actor and at > :since order by at desc offset :before limit 1
                        """)
                .param("actor", actor)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("before", n - 1)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * One pre-check.
     *
     * @param route null when every route was asked for
     * @param recordReused whether the record is that of an earlier one of the same business day
     * @param digest of the assessment, or of the digests of all
     */
    record Entry(
            String actor,
            @Nullable UUID window,
            @Nullable UUID consent,
            String person,
            StandardReference standard,
            @Nullable String route,
            boolean hypothetical,
            LocalDate appliedOn,
            @Nullable UUID evidenceId,
            boolean recordReused,
            String digest) {}
}
