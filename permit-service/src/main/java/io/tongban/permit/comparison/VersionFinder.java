package io.tongban.permit.comparison;

import io.tongban.permit.comparison.domain.StandardText;
import io.tongban.permit.comparison.domain.Version;
import io.tongban.permit.document.DocumentNode;
import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.Standards;
import io.tongban.permit.standard.StandardsLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what an editor names: a version of the library, or a file that is not published yet. */
final class VersionFinder {

    private final StandardsLibrary library;
    private final Standards published;

    VersionFinder(StandardsLibrary library) {
        this.library = library;
        this.published = library.standards();
    }

    static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The items that have a version of this name. */
    List<String> itemsWith(String version) {
        return published.all().stream()
                .filter(standard -> standard.version().equals(version))
                .map(Standard::item)
                .distinct()
                .toList();
    }

    Version version(String item, String version) {
        return new Version(published.version(item, version), new StandardText(published.document(item, version)));
    }

    /**
     * The one standard of a file, on the layer of the library that it names.
     *
     * @throws io.tongban.permit.document.DocumentInvalid if it is no standard
     */
    Version inFile(Path file) {
        DocumentNode document = read(file);
        List<DocumentNode> documents = new ArrayList<>();
        LowerLayer.of(document, library.documents()).ifPresent(documents::add);
        documents.add(document);
        Standards standards = Standards.of(documents);
        Standard standard = standards.version(
                document.get("item").text(), document.get("version").text());
        return new Version(standard, new StandardText(standards.document(standard.item(), standard.version())));
    }

    static DocumentNode read(Path file) {
        try {
            return DocumentNode.read(file.toString(), Files.readString(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(file + ": cannot be read\n  remedy: name a file that exists", cause);
        }
    }
}
