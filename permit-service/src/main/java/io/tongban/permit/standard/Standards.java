package io.tongban.permit.standard;

import io.tongban.permit.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published standards, each checked when it was loaded. */
public final class Standards {

    private final List<PublishedStandard> published;

    Standards(List<PublishedStandard> published) {
        this.published = List.copyOf(published);
    }

    /**
     * The standards that these documents are, each upper layer on its lower.
     *
     * @throws io.tongban.permit.document.DocumentInvalid if one of them is wrong, lies on one that is not there, or is in force
     *     on the same day as another of its item
     */
    public static Standards of(List<DocumentNode> documents) {
        Map<String, DocumentNode> byName = new LinkedHashMap<>();
        for (DocumentNode document : documents) {
            String name = nameOf(document, LayeredDocument.originOf(document).version());
            if (byName.put(name, document) != null) {
                throw document.get("version").invalid("there are two of " + name, "give it a version of its own");
            }
        }
        List<PublishedStandard> published = new ArrayList<>();
        for (DocumentNode document : documents) {
            if (!LayeredDocument.isBase(document)) {
                LayeredDocument layered = layered(document, byName);
                PublishedStandard next = new PublishedStandard(layered, StandardReader.read(layered, Map.of()));
                published.forEach(other -> refuseOverlap(other.standard(), next.standard(), document));
                published.add(next);
            }
        }
        return new Standards(published);
    }

    /**
     * A document laid on the one below it, which is among the others, and not yet checked as a standard.
     *
     * @throws io.tongban.permit.document.DocumentInvalid if the one below is not there or leaves no room for it
     */
    public static DocumentNode laid(DocumentNode document, List<DocumentNode> documents) {
        Map<String, DocumentNode> byName = new LinkedHashMap<>();
        documents.forEach(other -> byName.put(nameOf(other, other.get("version").text()), other));
        return layered(document, byName).root();
    }

    private static LayeredDocument layered(DocumentNode document, Map<String, DocumentNode> byName) {
        Optional<DocumentNode> on = document.find("on");
        if (on.isEmpty()) {
            return LayeredDocument.of(document);
        }
        on.get().members("layer", "version");
        String name = nameOf(document, on.get().get("version").text());
        DocumentNode lower = byName.get(name);
        if (lower == null
                || !lower.get("layer").text().equals(on.get().get("layer").text())) {
            throw on.get().invalid("there is no " + name + " of that layer", "name a layer and version that there is");
        }
        return LayeredDocument.over(lower, document);
    }

    private static String nameOf(DocumentNode document, String version) {
        return document.get("item").text() + " " + version;
    }

    /** A version without an end gives way to one that begins later. */
    private static void refuseOverlap(Standard published, Standard standard, DocumentNode document) {
        if (!published.item().equals(standard.item())) {
            return;
        }
        boolean isLater = published.inForceFrom().isAfter(standard.inForceFrom());
        Standard first = isLater ? standard : published;
        Standard second = isLater ? published : standard;
        boolean endsBefore = first.inForceUntil() == null
                ? first.inForceFrom().isBefore(second.inForceFrom())
                : first.inForceUntil().isBefore(second.inForceFrom());
        if (!endsBefore) {
            throw document.get("inForce")
                    .invalid(
                            published.version() + " and " + standard.version() + " are both in force on "
                                    + second.inForceFrom(),
                            "let one end on the day before the other begins");
        }
    }

    public List<Standard> all() {
        return published.stream().map(PublishedStandard::standard).toList();
    }

    /**
     * The standard of the item on that day.
     *
     * @throws NoStandardInForce if there is none
     */
    public Standard inForce(String item, LocalDate on) {
        return all().stream()
                .filter(standard -> standard.item().equals(item) && standard.isInForce(on))
                .max(Comparator.comparing(Standard::inForceFrom))
                .orElseThrow(() -> new NoStandardInForce(item, on));
    }

    /**
     * One version of the item, in force or not.
     *
     * @throws UnknownStandard if there is none
     */
    public Standard version(String item, String version) {
        return published(item, version).standard();
    }

    /**
     * The standard as it would be with other values for some settings; its digest says that it is another.
     *
     * @param settings values by {@code criterion.setting}, written as in the standard
     * @throws io.tongban.permit.document.DocumentInvalid if there is no such setting or its value is not allowed
     */
    public Standard whatIf(Standard standard, Map<String, DocumentNode> settings) {
        return settings.isEmpty()
                ? standard
                : StandardReader.read(
                        published(standard.item(), standard.version()).document(), settings);
    }

    /** The documents of a version laid together, for those who compare what is written. */
    public DocumentNode document(String item, String version) {
        return published(item, version).document().root();
    }

    private PublishedStandard published(String item, String version) {
        return published.stream()
                .filter(candidate -> candidate.standard().item().equals(item)
                        && candidate.standard().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new UnknownStandard(item, version));
    }
}
