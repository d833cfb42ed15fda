package io.tongban.permit.publication;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.library.StandardsLibrary.StandardText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of a library as they would be published, by item. */
final class LibraryVersions {

    private static final String PUBLISHER = "library";

    private LibraryVersions() {}

    static Map<String, List<PublishedVersion>> of(StandardsLibrary library, LocalDate publishedOn) {
        Standards checked = library.standards();
        return library.texts().stream()
                .map(text -> version(text, checked, publishedOn))
                .collect(Collectors.groupingBy(PublishedVersion::item, LinkedHashMap::new, Collectors.toList()));
    }

    private static PublishedVersion version(StandardText text, Standards checked, LocalDate publishedOn) {
        DocumentNode document = text.document();
        DraftedText drafted = DraftedText.read(document);
        @Nullable
        String digest = drafted.inForceAlone()
                ? checked.version(drafted.item(), drafted.version()).digest()
                : null;
        return drafted.published(text.text(), digest, null, PUBLISHER, publishedOn);
    }
}
