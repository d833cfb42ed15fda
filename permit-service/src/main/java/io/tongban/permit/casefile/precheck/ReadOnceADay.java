package io.tongban.permit.casefile.precheck;

import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ReadRecord;
import io.tongban.permit.contributions.RecordSource;
import java.util.Optional;

/** How one pre-check comes to a record: from an earlier one of the same business day, else from the source. */
final class ReadOnceADay implements RecordSource {

    private final RecordsOfTheDay records;
    private final RecordSource source;
    private int kept;
    private int answered;

    ReadOnceADay(RecordsOfTheDay records, RecordSource source) {
        this.records = records;
        this.source = source;
    }

    @Override
    public ReadRecord read(ContributionQuery query) {
        return kept(query).orElseGet(() -> {
            ReadRecord read = source.read(query);
            answered++;
            records.keep(query, read);
            return read;
        });
    }

    @Override
    public Optional<ReadRecord> kept(ContributionQuery query) {
        Optional<ReadRecord> found = records.find(query);
        found.ifPresent(record -> kept++);
        return found;
    }

    /** Whether each record was there, so that no source answered. */
    boolean reused() {
        return kept > 0 && answered == 0;
    }
}
