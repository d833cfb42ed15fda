package io.tongban.permit.publication;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.library.StandardsLibrary.StandardText;
import io.tongban.platform.clock.BusinessClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Before the service answers anybody: enters the versions of the library for each item that has none, and loads what is
 * published. From then on the database is the truth, and a later library changes nothing by itself.
 */
final class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String PUBLISHER = "library";

    private final StandardsLibrary library;
    private final PublishedVersions versions;
    private final ReplicaStandards replica;
    private final TransactionOperations transactions;
    private final BusinessClock clock;

    FirstStart(
            StandardsLibrary library,
            PublishedVersions versions,
            ReplicaStandards replica,
            TransactionOperations transactions,
            BusinessClock clock) {
        this.library = library;
        this.versions = versions;
        this.replica = replica;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Standards checked = library.standards();
        Map<String, List<StandardText>> items = library.texts().stream()
                .collect(Collectors.groupingBy(
                        text -> text.document().get("item").text(), LinkedHashMap::new, Collectors.toList()));
        items.forEach((item, texts) ->
                transactions.executeWithoutResult(transaction -> enterFirstVersions(item, texts, checked)));
        replica.refresh();
    }

    private void enterFirstVersions(String item, List<StandardText> texts, Standards checked) {
        versions.lock(item);
        List<PublishedVersion> published = versions.of(item);
        List<PublishedVersion> ofLibrary =
                texts.stream().map(text -> version(text, checked)).toList();
        if (published.isEmpty()) {
            ofLibrary.forEach(versions::insert);
            LOG.info("Entered {} versions of {} from the library", ofLibrary.size(), item);
            return;
        }
        for (PublishedVersion version : ofLibrary) {
            boolean there = published.stream()
                    .anyMatch(other -> other.version().equals(version.version())
                            && other.document().equals(version.document()));
            if (!there) {
                LOG.warn(
                        "{} of the library is not what is published; a new version is published through the API",
                        version.name());
            }
        }
    }

    private PublishedVersion version(StandardText text, Standards checked) {
        DocumentNode document = text.document();
        DraftedText drafted = DraftedText.read(document);
        @Nullable
        String digest = drafted.inForceAlone()
                ? checked.version(drafted.item(), drafted.version()).digest()
                : null;
        return drafted.published(text.text(), digest, null, PUBLISHER, clock.today());
    }
}
