package io.tongban.permit.casefile.precheck;

import io.tongban.permit.deadline.DueWork;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Forgets what was read for pre-checks of days that are over. */
@Service
class ForgetRecordsOfTheDay implements DueWork {

    private final RecordsOfTheDay records;
    private final PreCheckProperties properties;

    ForgetRecordsOfTheDay(RecordsOfTheDay records, PreCheckProperties properties) {
        this.records = records;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "forget-records-of-the-day";
    }

    @Override
    public void doWhatIsDue(LocalDate today) {
        int batch = properties.forgetBatch();
        int forgotten = batch;
        while (forgotten == batch) {
            forgotten = records.forget(today, batch);
        }
    }
}
