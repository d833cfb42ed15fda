package io.tongban.permit.publication;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.migration.OwnersWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters the versions of the library for each item that has none, as the owner of the tables: the service itself publishes nothing
 * that was not approved.
 */
final class LibraryEntry implements OwnersWork {

    @Override
    public List<String> enter(Environment settings, DataSource asOwner) {
        StandardsLibrary library =
                StandardConfiguration.library(settings.getProperty(StandardConfiguration.LOCATION, ""));
        PublishedVersions versions = new PublishedVersions(JdbcClient.create(asOwner));
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(asOwner));
        List<String> done = new ArrayList<>();
        LibraryVersions.of(library, LocalDate.now(BusinessClock.ZONE)).forEach((item, ofLibrary) -> {
            transactions.executeWithoutResult(transaction -> {
                versions.lock(item);
                if (versions.of(item).isEmpty()) {
                    ofLibrary.forEach(versions::insert);
                    done.add("standards: entered %d versions of %s from the library".formatted(ofLibrary.size(), item));
                }
            });
        });
        return done;
    }
}
