package io.tongban.permit.casefile.precheck;

import io.tongban.engine.standard.StandardReference;
import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
                standard_version, applied_on, hypothetical, evidence_id, assessment_digest)
            values (:at, :businessAt, :actor, :window, :consent, :person, :item, :route,
                :standardVersion, :appliedOn, :hypothetical, :evidenceId, :digest)
            """)
                .param("at", systemClock.instant().atOffset(ZoneOffset.UTC))
                .param("businessAt", businessClock.now().toOffsetDateTime())
                .param("actor", entry.actor())
                .param("window", entry.window())
                .param("consent", entry.consent())
                .param("person", entry.person())
                .param("item", entry.standard().item())
                .param("route", entry.route())
                .param("standardVersion", entry.standard().version())
                .param("appliedOn", entry.appliedOn())
                .param("hypothetical", entry.hypothetical())
                .param("evidenceId", entry.evidenceId())
                .param("digest", entry.digest())
                .update();
    }

    /**
     * One pre-check.
     *
     * @param route null when every route was asked for
     * @param digest of the assessment, or of the digests of all
     */
    record Entry(
            String actor,
            @Nullable UUID window,
            @Nullable String consent,
            String person,
            StandardReference standard,
            @Nullable String route,
            boolean hypothetical,
            LocalDate appliedOn,
            @Nullable UUID evidenceId,
            String digest) {}
}
