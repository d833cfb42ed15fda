package io.tongban.permit.casefile.notice;

import io.tongban.permit.casefile.look.Look;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.FieldEncryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices that applicants were given; the runtime role can add and read them, no more. */
@Repository
public class Notices {

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final BlindIndex blindIndex;
    private final BusinessClock clock;

    Notices(JdbcClient jdbc, FieldEncryption encryption, BlindIndex blindIndex, BusinessClock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /**
     * The next notice, with the complete list of what a check found open, before it is given. Once means once: while the latest
     * notice names all of it, none in a better state and no earlier ready date, that one stands and there is none.
     *
     * @param latest the latest notice of the case
     */
    public Optional<Notice> nextIfNew(Optional<Notice> latest, Look look) {
        Set<NoticePoint> points = points(look);
        boolean told = latest.filter(notice -> notice.covers(look, points)).isPresent();
        return points.isEmpty() || told ? Optional.empty() : Optional.of(next(look));
    }

    /** The next notice even if an earlier one named it all, since dates have moved. */
    public Notice next(Look look) {
        LocalDate today = clock.today();
        return new Notice(number("notice_number", "N", today), today, points(look), NoticeContent.of(look));
    }

    /**
     * Gives a notice, within the caller's transaction.
     *
     * @param window null when the service gives it by itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID caseId, Notice notice, @Nullable UUID window) {
        jdbc.sql("""
            insert into notice (case_id, number, given_on, window_id, points, content)
            values (:caseId, :number, :givenOn, :window, :points, :content)
            """)
                .param("caseId", caseId)
                .param("number", notice.number())
                .param("givenOn", notice.givenOn())
                .param("window", window)
                .param(
                        "points",
                        notice.points().stream()
                                .map(NoticePoint::toString)
                                .sorted()
                                .toArray(String[]::new))
                .param("content", encryption.encryptLarge(notice.content(), context(notice.number())))
                .update();
    }

    /** A new number of a receipt. */
    public String receiptNumber() {
        return number("receipt_number", "R", clock.today());
    }

    public Optional<Notice> latest(UUID caseId) {
        return jdbc.sql("""
            select number, given_on, points, content
            from notice
            where case_id = :caseId
            order by given_at desc
            limit 1
            """).param("caseId", caseId).query(this::notice).optional();
    }

    private String number(String sequence, String letter, LocalDate today) {
        long next = jdbc.sql("select nextval(:sequence::regclass)")
                .param("sequence", sequence)
                .query(Long.class)
                .single();
        return "%s-%d-%08d".formatted(letter, today.getYear(), next);
    }

    private Set<NoticePoint> points(Look look) {
        return look.points().stream()
                .map(point -> NoticePoint.of(point, this::unitIndex))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String unitIndex(String unit) {
        return blindIndex.of("notice-unit", unit);
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        String named = row.getString("number");
        return new Notice(
                named,
                row.getObject("given_on", LocalDate.class),
                Arrays.stream((String[]) row.getArray("points").getArray())
                        .map(point -> NoticePoint.of(point, this::unitIndex))
                        .collect(Collectors.toUnmodifiableSet()),
                NoticeContent.read(encryption.decryptLargeText(row.getBytes("content"), context(named))));
    }

    private static String context(String number) {
        return "notice:" + number;
    }
}
