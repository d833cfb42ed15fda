package io.tongban.community.visit;

import io.tongban.platform.crypto.FieldEncryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words in which clerks say why not everything was checked: encrypted, for they may be about the applicant. */
@Repository
class VisitReasons {

    private static final Logger LOG = LoggerFactory.getLogger(VisitReasons.class);

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;

    VisitReasons(JdbcClient jdbc, FieldEncryption encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    byte @Nullable [] seal(VisitId visit, @Nullable String reason) {
        return reason == null ? null : encryption.encryptLarge(reason, context(visit.value()));
    }

    /** Of a row with {@code reason} and {@code sealed_reason}. */
    @Nullable
    String read(VisitId visit, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed_reason");
        return sealed == null
                ? row.getString("reason") // an earlier release wrote it, and it is sealed in a moment
                : encryption.decryptLargeText(sealed, context(visit.value()));
    }

    /** What an earlier release wrote in the clear; two replicas may do it at once. */
    @EventListener(ApplicationReadyEvent.class)
    void sealWhatIsInTheClear() {
        int sealed = 0;
        List<InTheClear> found = inTheClear();
        while (!found.isEmpty()) {
            for (InTheClear old : found) {
                jdbc.sql("select seal_reason_of_visit(:visit, :sealed)")
                        .param("visit", old.visit())
                        .param("sealed", encryption.encryptLarge(old.reason(), context(old.visit())))
                        .query((row, number) -> number)
                        .list();
            }
            sealed += found.size();
            found = inTheClear();
        }
        if (sealed > 0) {
            LOG.info("Sealed the reasons of {} visits", sealed);
        }
    }

    private List<InTheClear> inTheClear() {
        return jdbc.sql("select visit_id, reason from visit_end where reason is not null limit :most")
                .param("most", AT_ONCE)
                .query((row, number) -> new InTheClear(row.getObject("visit_id", UUID.class), row.getString("reason")))
                .list();
    }

    private static String context(UUID visit) {
        return "visit_end:" + visit + ":reason";
    }

    /** A reason that is not sealed yet; never logged. */
    private record InTheClear(UUID visit, String reason) {

        @Override
        public String toString() {
            return "InTheClear[" + visit + "]";
        }
    }
}
