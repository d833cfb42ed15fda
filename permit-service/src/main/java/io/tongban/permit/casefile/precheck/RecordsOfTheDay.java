package io.tongban.permit.casefile.precheck;

import io.tongban.engine.contributions.record.SignedRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ReadRecord;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.DecryptionRefused;
import io.tongban.platform.crypto.FieldEncryption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that were read for pre-checks on this business day, encrypted. */
@Repository
class RecordsOfTheDay {

    private static final Logger LOG = LoggerFactory.getLogger(RecordsOfTheDay.class);

    private static final int NEWEST = 3;

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final BlindIndex blindIndex;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    RecordsOfTheDay(
            JdbcClient jdbc,
            FieldEncryption encryption,
            BlindIndex blindIndex,
            BusinessClock businessClock,
            Clock systemClock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.blindIndex = blindIndex;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /** A record of today that answers the whole question: same person by the same name, same purpose, nothing silent. */
    Optional<ReadRecord> find(ContributionQuery query) {
        String person = askedAbout(query);
        LocalDate today = businessClock.today();
        List<Optional<ReadRecord>> newest = jdbc.sql("""
                        select record, business_read_at from record_of_the_day
                        where asked_about = :person and business_on = :today and purpose = :purpose
                            and first_month = :firstMonth
                        order by read_at desc
                        limit :newest
                        """)
                .param("person", person)
                .param("today", today)
                .param("purpose", query.purpose())
                .param("firstMonth", query.firstMonth().atDay(1))
                .param("newest", NEWEST)
                .query((row, number) -> opened(
                        row.getBytes("record"),
                        row.getObject("business_read_at", OffsetDateTime.class),
                        context(person, today)))
                .list();
        return newest.stream()
                .flatMap(Optional::stream)
                .filter(read -> query.isAnsweredBy(read.sourced().record(), today))
                .findFirst();
    }

    /** Keeps a record until the day is over, if it answers the whole question as of today. */
    void keep(ContributionQuery query, ReadRecord read) {
        LocalDate today = businessClock.today();
        if (!query.isAnsweredBy(read.sourced().record(), today)) {
            return;
        }
        String person = askedAbout(query);
        jdbc.sql("""
                        insert into record_of_the_day (asked_about, business_on, purpose, first_month, read_at, business_read_at, record)
                        values (:person, :today, :purpose, :firstMonth, :readAt, :businessReadAt, :record)
                        """)
                .param("person", person)
                .param("today", today)
                .param("purpose", query.purpose())
                .param("firstMonth", query.firstMonth().atDay(1))
                .param("readAt", systemClock.instant().atOffset(ZoneOffset.UTC))
                .param("businessReadAt", utc(read.readAt()))
                .param("record", encryption.encryptLarge(read.sourced().jws(), context(person, today)))
                .update();
    }

    /**
     * Forgets records of other days.
     *
     * @return how many were forgotten, {@code atMost} if there may be more
     */
    int forget(LocalDate today, int atMost) {
        return jdbc.sql("""
                        delete from record_of_the_day where ctid = any (array(
                            select ctid from record_of_the_day where business_on < :today order by business_on limit :atMost))
                        """).param("today", today).param("atMost", atMost).update();
    }

    /** What cannot be opened is no record: the source is asked. */
    private Optional<ReadRecord> opened(byte[] sealed, @Nullable OffsetDateTime readAt, String context) {
        try {
            SourcedRecord sourced = SignedRecord.parse(encryption.decryptLargeText(sealed, context))
                    .content();
            return Optional.of(new ReadRecord(sourced, readAt == null ? null : readAt.toInstant()));
        } catch (DecryptionRefused changed) {
            LOG.error("A record of the day was changed in the database, or its key is gone; the source is asked again");
            return Optional.empty();
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant readAt) {
        return readAt == null ? null : readAt.atOffset(ZoneOffset.UTC);
    }

    /** The name belongs to the question: by a misspelt one the sources may know nobody. */
    private String askedAbout(ContributionQuery query) {
        return blindIndex.of(
                "record-of-the-day",
                query.identity().idNumber() + '\0' + query.identity().name());
    }

    private static String context(String person, LocalDate day) {
        return "record-of-the-day:" + person + ":" + day;
    }
}
