package io.tongban.permit.casefile.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the verification of all ledgers has come: it goes on where it was, whichever replica does. */
@Repository
public class LedgerPasses {

    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    LedgerPasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases that are to be verified next, those included of which only the witness knows.
     *
     * @param every a pass begins no sooner than this after the one before it began
     */
    public List<UUID> next(Instant now, Duration every, int limit) {
        jdbc.sql("""
                        update ledger_verification
                        set verified_to = :beforeTheFirst, pass_began_at = :now, pass_ended_at = null
                        where pass_ended_at is not null and pass_began_at <= :longAgo
                        """)
                .param("beforeTheFirst", BEFORE_THE_FIRST)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("longAgo", now.minus(every).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        with pass as (select verified_to from ledger_verification where pass_ended_at is null)
                        (select case_file.id from case_file, pass where case_file.id > verified_to order by case_file.id limit :limit)
                        union
                        (select distinct case_id
                         from witness.signed_head, pass
                         where case_id > verified_to
                         order by case_id
                         limit :limit)
                        order by 1
                        limit :limit
                        """).param("limit", limit).query(UUID.class).list();
    }

    public void verifiedTo(UUID caseId) {
        jdbc.sql("update ledger_verification set verified_to = :caseId where verified_to < :caseId")
                .param("caseId", caseId)
                .update();
    }

    /** All cases were verified. */
    public void end(Instant now) {
        jdbc.sql("update ledger_verification set pass_ended_at = :now where pass_ended_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
