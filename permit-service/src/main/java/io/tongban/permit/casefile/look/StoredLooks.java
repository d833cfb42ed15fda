package io.tongban.permit.casefile.look;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Examination.Found;
import io.tongban.permit.casefile.look.StoredLook.Role;
import io.tongban.permit.casefile.look.StoredLook.StoredAssessment;
import io.tongban.platform.clock.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every look at a case with what it was made from, so that each can be made again; the runtime role of the database can add and
 * read them, no more.
 */
@Repository
public class StoredLooks {

    private final JdbcClient jdbc;
    private final SealedLooks sealed;
    private final Clock systemClock;
    private final BusinessClock businessClock;

    StoredLooks(JdbcClient jdbc, SealedLooks sealed, Clock systemClock, BusinessClock businessClock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    /**
     * Keeps a look within the caller's transaction, which holds the lock of the case's row.
     *
     * @param number the next one of the case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID caseId, int number, Examination examination) {
        Evidence evidence = examination.evidence();
        SortedMap<Role, Look> looks =
                new TreeMap<>(Map.of(Role.PINNED, examination.pinned().look()));
        Found newer = examination.newer();
        if (newer != null) {
            looks.put(Role.NEWER, newer.look());
        }
        jdbc.sql("""
            with looked as (
                insert into case_check (case_id, number, at, business_at, facts, evidence_id, evidence)
                values (:caseId, :number, :at, :businessAt, :facts, :evidenceId, :evidence))
            insert into case_assessment (case_id, number, role, standard_version, standard_digest, look, digest)
            select :caseId, :number, found.*
            from unnest(
                cast(:roles as text[]), cast(:versions as text[]), cast(:standardDigests as text[]), cast(:looks as bytea[]),
                cast(:digests as text[])) as found
            """)
                .param("caseId", caseId)
                .param("number", number)
                .param("at", systemClock.instant().atOffset(ZoneOffset.UTC))
                .param("businessAt", businessClock.now().toOffsetDateTime())
                .param("facts", sealed.seal(caseId, number, examination.facts()))
                .param("evidenceId", evidence == null ? null : evidence.id())
                .param("evidence", sealed.seal(caseId, number, evidence))
                .param("roles", strings(looks, (role, look) -> role.name()))
                .param(
                        "versions",
                        strings(looks, (role, look) -> look.standard().version()))
                .param(
                        "standardDigests",
                        strings(looks, (role, look) -> look.standard().digest()))
                .param(
                        "looks",
                        looks.entrySet().stream()
                                .map(found -> sealed.seal(caseId, number, found.getKey(), found.getValue()))
                                .toArray(byte[][]::new))
                .param("digests", strings(looks, (role, look) -> look.digest()))
                .update();
    }

    private static String[] strings(SortedMap<Role, Look> looks, BiFunction<Role, Look, String> column) {
        return looks.entrySet().stream()
                .map(found -> column.apply(found.getKey(), found.getValue()))
                .toArray(String[]::new);
    }

    /**
     * The latest look at a case; empty for a case that nobody looked at since looks are kept.
     *
     * @param item of the case
     */
    public Optional<StoredLook> latest(UUID caseId, String item) {
        return latest(caseId).map(look -> look.with(assessments(caseId, item, look.number())));
    }

    /** The same without its assessments. */
    Optional<StoredLook> latest(UUID caseId) {
        return jdbc.sql("""
            select number, business_at, facts, evidence
            from case_check
            where case_id = :caseId
            order by number desc
            limit 1
            """)
                .param("caseId", caseId)
                .query((row, index) -> storedLook(caseId, row))
                .optional();
    }

    private StoredLook storedLook(UUID caseId, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        byte @Nullable [] evidence = row.getBytes("evidence");
        return new StoredLook(
                number,
                row.getObject("business_at", OffsetDateTime.class).toInstant(),
                sealed.facts(caseId, number, row.getBytes("facts")),
                evidence == null ? null : sealed.evidence(caseId, number, evidence),
                List.of());
    }

    private List<StoredAssessment> assessments(UUID caseId, String item, int number) {
        return jdbc.sql("""
            select role, standard_version, standard_digest, look, assessment, digest
            from case_assessment
            where case_id = :caseId and number = :number
            order by role desc
            """)
                .param("caseId", caseId)
                .param("number", number)
                .query((row, index) -> {
                    Role role = Role.valueOf(row.getString("role"));
                    return new StoredAssessment(
                            role,
                            new StandardReference(
                                    item, row.getString("standard_version"), row.getString("standard_digest")),
                            assessment(caseId, number, role, row),
                            row.getString("digest"));
                })
                .list();
    }

    private String assessment(UUID caseId, int number, Role role, ResultSet row) throws SQLException {
        byte @Nullable [] look = row.getBytes("look");
        return look == null
                ? sealed.assessment(caseId, number, role, row.getBytes("assessment"))
                : sealed.look(caseId, number, role, look).assessment();
    }
}
