package io.tongban.permit.casefile.look;

import io.tongban.engine.contributions.record.SignedRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ReadRecord;
import io.tongban.permit.contributions.RecordSource;
import io.tongban.platform.crypto.DecryptionRefused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a look at a case comes to a record: that of the latest look at the same case, if it was read on the same business day about the
 * same person by the same name and answers the whole question; else from the sources.
 */
final class RecordOfTheCase implements RecordSource {

    private static final Logger LOG = LoggerFactory.getLogger(RecordOfTheCase.class);

    private final StoredLooks looks;
    private final UUID caseId;
    private final Look latest;
    private final LocalDate today;
    private final RecordSource sources;

    RecordOfTheCase(StoredLooks looks, UUID caseId, Look latest, LocalDate today, RecordSource sources) {
        this.looks = looks;
        this.caseId = caseId;
        this.latest = latest;
        this.today = today;
        this.sources = sources;
    }

    @Override
    public ReadRecord read(ContributionQuery query) {
        return kept(query).orElseGet(() -> sources.read(query));
    }

    @Override
    public Optional<ReadRecord> kept(ContributionQuery query) {
        SourcesAsked asked = latest.asked();
        if (asked == null || asked.readAt() == null || asked.notAll() || !today.equals(latest.asOf())) {
            return Optional.empty();
        }
        return stored().filter(look -> query.identity()
                        .equals(new ContributionQuery.Identity(
                                look.facts().identity().canonical(),
                                look.facts().name())))
                .map(StoredLook::evidence)
                .flatMap(this::record)
                .filter(record -> query.isAnsweredBy(record.record(), today))
                .map(record -> new ReadRecord(record, asked.readAt()));
    }

    /** What cannot be opened is no record: the sources are asked. */
    private Optional<StoredLook> stored() {
        try {
            return looks.latest(caseId);
        } catch (DecryptionRefused changed) {
            LOG.error(
                    "A look at case {} was changed in the database, or its key is gone; the sources are asked", caseId);
            return Optional.empty();
        }
    }

    private Optional<SourcedRecord> record(@Nullable Evidence evidence) {
        return Optional.ofNullable(evidence)
                .filter(kept -> kept.id().equals(latest.evidenceId()))
                .map(kept -> SignedRecord.parse(kept.jws()).content());
    }
}
