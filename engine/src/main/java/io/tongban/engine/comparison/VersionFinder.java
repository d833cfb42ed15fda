package io.tongban.engine.comparison;

import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.TextFile;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what an editor names: a version of the library, or a file that is not published yet. */
public final class VersionFinder {

    private final StandardsLibrary library;
    private final Standards published;

    public VersionFinder(StandardsLibrary library) {
        this.library = library;
        this.published = library.standards();
    }

    public static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The items that have a version of this name. */
    public List<String> itemsWith(String version) {
        return published.all().stream()
                .filter(standard -> standard.version().equals(version))
                .map(Standard::item)
                .distinct()
                .toList();
    }

    /** What there is, each item with its version. */
    public List<String> names() {
        return published.all().stream()
                .map(standard -> standard.item() + " " + standard.version())
                .toList();
    }

    public Version version(String item, String version) {
        return new Version(published.version(item, version), published.document(item, version));
    }

    /**
     * The one standard of a file, on the layer of the library that it names.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if it is no standard, or never in force alone
     */
    public Version inFile(Path file) {
        DocumentNode document = read(file);
        if (LowerLayer.isOnlyThat(document)) {
            throw document.invalid("this layer is never in force alone", "name a version that lies on it");
        }
        List<DocumentNode> documents = new ArrayList<>();
        LowerLayer.of(document, library.documents()).ifPresent(documents::add);
        documents.add(document);
        Standards standards = Standards.of(documents);
        Standard standard = standards.version(
                document.get("item").text(), document.get("version").text());
        return new Version(standard, standards.document(standard.item(), standard.version()));
    }

    public static DocumentNode read(Path file) {
        return DocumentNode.read(file.toString(), TextFile.read(file));
    }
}
