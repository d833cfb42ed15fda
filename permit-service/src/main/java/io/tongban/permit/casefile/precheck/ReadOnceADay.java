package io.tongban.permit.casefile.precheck;

import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.RecordSource;
import java.util.Optional;

/** How one pre-check comes to a record: from an earlier one of the same business day, else from the source. */
final class ReadOnceADay implements RecordSource {

    private final RecordsOfTheDay records;
    private final RecordSource source;
    private boolean reused;

    ReadOnceADay(RecordsOfTheDay records, RecordSource source) {
        this.records = records;
        this.source = source;
    }

    @Override
    public SourcedRecord read(ContributionQuery query) {
        Optional<SourcedRecord> kept = records.find(query);
        reused = kept.isPresent();
        return kept.orElseGet(() -> {
            SourcedRecord read = source.read(query);
            records.keep(query, read);
            return read;
        });
    }

    /** Whether no source was asked because the record was there. */
    boolean reused() {
        return reused;
    }
}
