package io.tongban.permit.casefile.look;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Examination.Found;
import io.tongban.permit.casefile.look.StoredLook.Role;
import io.tongban.permit.casefile.look.StoredLook.StoredAssessment;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.crypto.SealedJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final FieldEncryption encryption;
    private final SealedJson json;
    private final Clock systemClock;
    private final BusinessClock businessClock;

    StoredLooks(
            JdbcClient jdbc,
            FieldEncryption encryption,
            SealedJson json,
            Clock systemClock,
            BusinessClock businessClock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.json = json;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    /** Keeps a look within the caller's transaction, which holds the lock of the case's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID caseId, Examination examination) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from case_check where case_id = :caseId")
                .param("caseId", caseId)
                .query(Integer.class)
                .single();
        Evidence evidence = examination.evidence();
        jdbc.sql("""
            insert into case_check (case_id, number, at, business_at, facts, evidence_id, evidence)
            values (:caseId, :number, :at, :businessAt, :facts, :evidenceId, :evidence)
            """)
                .param("caseId", caseId)
                .param("number", number)
                .param("at", systemClock.instant().atOffset(ZoneOffset.UTC))
                .param("businessAt", businessClock.now().toOffsetDateTime())
                .param("facts", json.seal(examination.facts(), context(caseId, number, "facts")))
                .param("evidenceId", evidence == null ? null : evidence.id())
                .param("evidence", json.sealNullable(evidence, context(caseId, number, "evidence")))
                .update();
        insert(caseId, number, Role.PINNED, examination.pinned());
        Found newer = examination.newer();
        if (newer != null) {
            insert(caseId, number, Role.NEWER, newer);
        }
    }

    private void insert(UUID caseId, int number, Role role, Found found) {
        Look look = found.look();
        jdbc.sql("""
            insert into case_assessment (case_id, number, role, standard_version, standard_digest, assessment, digest)
            values (:caseId, :number, :role, :version, :standardDigest, :assessment, :digest)
            """)
                .param("caseId", caseId)
                .param("number", number)
                .param("role", role.name())
                .param("version", look.standard().version())
                .param("standardDigest", look.standard().digest())
                .param("assessment", encryption.encryptLarge(look.assessment(), context(caseId, number, role.name())))
                .param("digest", look.digest())
                .update();
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
                json.open(row.getBytes("facts"), context(caseId, number, "facts"), CaseFacts.class),
                evidence == null ? null : json.open(evidence, context(caseId, number, "evidence"), Evidence.class),
                List.of());
    }

    private List<StoredAssessment> assessments(UUID caseId, String item, int number) {
        return jdbc.sql("""
            select role, standard_version, standard_digest, assessment, digest
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
                            encryption.decryptLargeText(
                                    row.getBytes("assessment"), context(caseId, number, role.name())),
                            row.getString("digest"));
                })
                .list();
    }

    private static String context(UUID caseId, int number, String part) {
        return "case:" + caseId + ":check:" + number + ":" + part;
    }
}
