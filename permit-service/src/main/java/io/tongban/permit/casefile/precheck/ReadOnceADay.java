package io.tongban.permit.casefile.precheck;

import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ReadRecord;
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
    public ReadRecord read(ContributionQuery query) {
        Optional<ReadRecord> kept = records.find(query);
        reused = kept.isPresent();
        return kept.orElseGet(() -> {
            ReadRecord read = source.read(query);
            records.keep(query, read);
            return read;
        });
    }

    /** Whether no source was asked because the record was there. */
    boolean reused() {
        return reused;
    }
}
