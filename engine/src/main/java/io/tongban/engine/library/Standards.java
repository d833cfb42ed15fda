package io.tongban.engine.library;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Sides;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.UnknownStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The published standards, each checked when it was loaded. */
public final class Standards {

    private volatile List<PublishedStandard> published;

    private Standards(List<PublishedStandard> published) {
        this.published = List.copyOf(published);
    }

    /**
     * The standards that these documents are, each upper layer on its lower; one without an end ends on the day before the next
     * of its item begins.
     *
     * @throws io.tongban.engine.document.DocumentInvalid with every mistake in one of them, if one lies on one that is not there,
     *     or is in force on the same day as another of its item
     */
    public static Standards of(List<DocumentNode> documents) {
        return of(documents, new Mistakes());
    }

    /**
     * As far as the others can be read too.
     *
     * @param mistakes those of documents that are not among these, since they could not be read at all
     */
    static Standards of(List<DocumentNode> documents, Mistakes mistakes) {
        List<DocumentNode> readable =
                documents.stream().filter(LayeredDocument::isReadable).toList();
        boolean isWhole = mistakes.isEmpty() && readable.size() == documents.size();
        Set<String> names = new HashSet<>();
        List<PublishedStandard> published = new ArrayList<>();
        for (DocumentNode document : documents) {
            if (!readable.contains(document)) {
                StandardKeys.LAYER.check(document, mistakes);
                continue;
            }
            DocumentNode version = document.get("version");
            String name = document.get("item").text() + " " + version.text();
            if (!names.add(name)) {
                mistakes.add(version.invalid("there are two of " + name, "give it a version of its own"));
            }
            if (LayeredDocument.isBase(document) || (!isWhole && LayeredDocument.lacksLower(readable, document))) {
                StandardKeys.LAYER.check(document, mistakes);
                continue;
            }
            mistakes.attempt(() -> LayeredDocument.requireOnBase(document, readable));
            mistakes.read(() -> PublishedStandard.read(document, readable)).ifPresent(next -> {
                published.forEach(
                        other -> mistakes.attempt(() -> refuseOverlap(other.standard(), next.standard(), document)));
                published.add(next);
            });
        }
        mistakes.refuse();
        return new Standards(published.stream()
                .map(standard -> standard.endingOn(lastDay(standard.standard(), published)))
                .toList());
    }

    /**
     * A document laid on the one below it, which is among the others, and not yet checked as a standard.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if the one below is not there or leaves no room for it
     */
    public static DocumentNode laid(DocumentNode document, List<DocumentNode> documents) {
        return LayeredDocument.among(documents, document).root();
    }

    /**
     * Refuses a new document that stands beside a lower layer of its item instead of lying on it; those that were published
     * before the layer stay what they were.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if there is such a layer
     */
    public static void requireOnBase(DocumentNode document, List<DocumentNode> documents) {
        LayeredDocument.requireOnBase(document, documents);
    }

    /** One standard alone. */
    public static Standards of(PublishedStandard standard) {
        return new Standards(List.of(standard));
    }

    /** From now on these are published, for every reader at once. */
    public void replaceWith(List<PublishedStandard> replacement) {
        published = List.copyOf(replacement);
    }

    private static @Nullable LocalDate lastDay(Standard standard, List<PublishedStandard> published) {
        if (standard.inForceUntil() != null) {
            return standard.inForceUntil();
        }
        return published.stream()
                .map(PublishedStandard::standard)
                .filter(other -> other.item().equals(standard.item()))
                .map(Standard::inForceFrom)
                .filter(standard.inForceFrom()::isBefore)
                .min(Comparator.naturalOrder())
                .map(next -> next.minusDays(1))
                .orElse(null);
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
                .findFirst()
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
     * @throws io.tongban.engine.document.DocumentInvalid if there is no such setting or its value is not allowed
     */
    public Standard whatIf(Standard standard, Map<String, DocumentNode> settings) {
        return settings.isEmpty() ? standard : read(standard, new WhatIf(settings, Set.of(), null));
    }

    /** The same, which tells of every side of its conditions that decides. */
    public Standard whatIf(Standard standard, Map<String, DocumentNode> settings, Sides told) {
        return read(standard, new WhatIf(settings, Set.of(), told));
    }

    /**
     * The standard as it would be if, in one place where it adds months to a date, the other day were meant where there is no
     * corresponding one; its digest says that it is another.
     *
     * @param place one of those that {@link io.tongban.engine.standard.Criterion.MonthEnds} names
     */
    public Standard withOtherMonthEnd(Standard standard, Place place) {
        return read(standard, new WhatIf(Map.of(), Set.of(place), null));
    }

    private Standard read(Standard standard, WhatIf whatIf) {
        return StandardReader.read(
                published(standard.item(), standard.version()).document(), whatIf);
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
                .orElseThrow(() -> unknown(item, version));
    }

    private UnknownStandard unknown(String item, String version) {
        List<String> items = all().stream().map(Standard::item).distinct().toList();
        if (!items.contains(item)) {
            return new UnknownStandard("There is no item " + item + known(item, items));
        }
        List<String> versions = all().stream()
                .filter(standard -> standard.item().equals(item))
                .map(Standard::version)
                .toList();
        return new UnknownStandard("There is no version " + version + " of " + item + known(version, versions));
    }

    private static String known(String word, List<String> known) {
        return "; there are " + String.join(", ", known)
                + DocumentNode.nearest(word, known)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse("");
    }
}
