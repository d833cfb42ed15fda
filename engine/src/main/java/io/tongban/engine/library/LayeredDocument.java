package io.tongban.engine.library;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document of a standard, with the one below it laid under, and the layer that each value comes from.
 *
 * <p>An upper layer may fill settings, add papers and add criteria where the lower leaves room, and name what the lower has
 * not; it never loosens or tightens what the lower fixes.
 *
 * @param layers the layers, the upper first
 */
record LayeredDocument(DocumentNode root, List<Origin> layers, Map<String, Origin> originOfFile) {

    LayeredDocument {
        layers = List.copyOf(layers);
        originOfFile = Map.copyOf(originOfFile);
    }

    /** A document that stands alone. */
    static LayeredDocument of(DocumentNode document) {
        Origin origin = originOf(document);
        return new LayeredDocument(ofStandard(document), List.of(origin), Map.of(document.file(), origin));
    }

    /** A document on the one that it names as lying below it; alone, if it names none. */
    static LayeredDocument among(Collection<DocumentNode> others, DocumentNode document) {
        Optional<DocumentNode> on = document.find("on");
        if (on.isEmpty()) {
            return of(document);
        }
        DocumentNode lower = lower(others, document)
                .orElseThrow(() -> on.get()
                        .invalid(
                                "there is no " + document.get("item").text() + " "
                                        + originOf(on.get()).version() + " of that layer",
                                "name a layer and version that there is"));
        return over(lower, document);
    }

    /** The document that another names as lying below it; empty if it names none, or none that there is. */
    static Optional<DocumentNode> lower(Collection<DocumentNode> others, DocumentNode document) {
        return document.find("on")
                .flatMap(on -> others.stream()
                        .filter(other -> other.get("item")
                                        .text()
                                        .equals(document.get("item").text())
                                && originOf(other).equals(originOf(on)))
                        .findFirst());
    }

    /** Whether it names one as lying below it that is not among the others. */
    static boolean lacksLower(Collection<DocumentNode> others, DocumentNode document) {
        return document.find("on").isPresent() && lower(others, document).isEmpty();
    }

    /** Whether all that says what it is, and how it lies on others, is right; the rest may be mistaken. */
    static boolean isReadable(DocumentNode document) {
        Mistakes mistakes = new Mistakes();
        return mistakes.attempt(() -> StandardKeys.LAYER.members(document))
                && StandardKeys.LAYERING.entrySet().stream()
                        .filter(key -> key.getValue() == Layering.OWN
                                || !key.getValue().isOfStandard())
                        .allMatch(key -> document.find(key.getKey())
                                .filter(value -> !mistakes.attempt(() ->
                                        StandardKeys.LAYER.shape(key.getKey()).require(value)))
                                .isEmpty());
    }

    static Origin originOf(DocumentNode document) {
        return new Origin(document.get("layer").text(), document.get("version").text());
    }

    static boolean isBase(DocumentNode document) {
        return document.find("base").map(DocumentNode::flag).orElse(false);
    }

    /** The layer that a value stands in. */
    Origin origin(DocumentNode value) {
        return originOfFile.getOrDefault(value.file(), layers.getFirst());
    }

    /**
     * The upper document on the lower, key by key as {@link StandardKeys#LAYERING} says.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if the upper touches what the lower does not leave open
     */
    static LayeredDocument over(DocumentNode lower, DocumentNode upper) {
        requireBase(lower, upper);
        Mistakes mistakes = new Mistakes();
        mistakes.attempt(() -> requireInsidePeriod(lower, upper));
        Origin above = originOf(upper);
        Origin below = originOf(lower);
        Map<String, DocumentNode> merged = new LinkedHashMap<>();
        upper.members().forEach((key, value) -> {
            if (layering(key) == Layering.OWN) {
                merged.put(key, value);
            }
        });
        lower.members().forEach((key, value) -> {
            if (layering(key) != Layering.OWN && layering(key).isOfStandard()) {
                merged.put(key, value);
            }
        });
        Growth growth = new Growth(lower, below, mistakes);
        upper.members().forEach((key, value) -> {
            switch (layering(key)) {
                case OWN, DROPPED -> {}
                case FIXED -> {
                    if (merged.putIfAbsent(key, value) != null) {
                        mistakes.add(value.invalid(
                                below + " fixes '" + key + "'", "take it out; it is the same for all above it"));
                    }
                }
                case UNION -> merged.merge(key, value, (fixed, more) -> union(fixed, more, below, mistakes));
                case APPENDED -> growth.append(value);
                case FILL -> growth.fill(value);
                case ADD -> growth.add(value);
            }
        });
        merged.put("criteria", growth.criteria());
        merged.put("routes", growth.routes());
        mistakes.refuse();
        return new LayeredDocument(
                upper.withMembers(merged), List.of(above, below), Map.of(upper.file(), above, lower.file(), below));
    }

    /** A key that is not known is refused when the layers lie together. */
    private static Layering layering(String key) {
        return StandardKeys.LAYERING.getOrDefault(key, Layering.FIXED);
    }

    /** Only a document that is made to be lain on is, and it lies on none itself: there are two layers. */
    private static void requireBase(DocumentNode lower, DocumentNode upper) {
        if (!isBase(lower) || lower.find("on").isPresent()) {
            throw upper.get("on")
                    .invalid(
                            originOf(lower) + " is no lower layer",
                            "name a document with 'base: true' that lies on none");
        }
        if (lower.get("layer").text().equals(upper.get("layer").text())) {
            throw upper.get("layer").invalid("the document below is of the same layer", "give it the name of its own");
        }
    }

    /**
     * A document that could lie on a layer of its item may not stand beside it: it would be free of what that fixes.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if there is such a layer in its period and it does not name one
     */
    static void requireOnBase(DocumentNode document, Collection<DocumentNode> others) {
        if (document.find("on").isPresent() || isBase(document)) {
            return;
        }
        others.stream()
                .filter(other -> isBase(other)
                        && other.get("item").text().equals(document.get("item").text())
                        && overlap(other.get("inForce"), document.get("inForce")))
                .findFirst()
                .ifPresent(base -> {
                    throw document.get("item")
                            .invalid(
                                    originOf(base) + " fixes part of this item, and the document does not lie on it",
                                    "add 'on: {layer: " + originOf(base).layer() + ", version: "
                                            + originOf(base).version() + "}'");
                });
    }

    private static boolean overlap(DocumentNode one, DocumentNode other) {
        return begins(one, other) && begins(other, one);
    }

    /** Whether the one begins before the other ends. */
    private static boolean begins(DocumentNode one, DocumentNode other) {
        return other.find("until")
                .filter(until -> until.date().isBefore(one.get("from").date()))
                .isEmpty();
    }

    private static void requireInsidePeriod(DocumentNode lower, DocumentNode upper) {
        DocumentNode above = upper.get("inForce");
        DocumentNode below = lower.get("inForce");
        boolean begins = !above.get("from").date().isBefore(below.get("from").date());
        boolean ends = below.find("until").isEmpty()
                || above.find("until")
                        .filter(until ->
                                !until.date().isAfter(below.get("until").date()))
                        .isPresent();
        if (!begins || !ends) {
            throw above.invalid(
                    "this is not inside the period of " + originOf(lower) + ", on which it lies",
                    "begin no earlier and end no later than that");
        }
    }

    private static DocumentNode union(DocumentNode fixed, DocumentNode added, Origin below, Mistakes mistakes) {
        Map<String, DocumentNode> union = new LinkedHashMap<>(fixed.members());
        added.members().forEach((key, value) -> {
            if (union.put(key, value) != null) {
                mistakes.add(
                        value.invalid(below + " has '" + key + "' already", "take it out, or give it another name"));
            }
        });
        return fixed.withMembers(union);
    }

    private static DocumentNode ofStandard(DocumentNode document) {
        Map<String, DocumentNode> kept = new LinkedHashMap<>(document.members());
        kept.keySet().removeIf(key -> !layering(key).isOfStandard());
        return document.withMembers(kept);
    }
}
