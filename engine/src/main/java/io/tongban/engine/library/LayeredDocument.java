package io.tongban.engine.library;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document of a standard, with the one below it laid under, and the layer that each value comes from.
 *
 * <p>An upper layer may fill settings, add papers and add criteria where the lower leaves room, and name what the lower has
 * not; it never loosens or tightens what the lower fixes.
 *
 * @param layers the layers, the upper first
 */
record LayeredDocument(DocumentNode root, List<Origin> layers, Map<String, Origin> originOfFile) {

    /** Maps whose entries both layers may have, each its own. */
    private static final Set<String> SHARED =
            Set.of("sources", "papers", "answers", "collective", "labels", "evidence", "limits", "guide");

    /** What says how the layers lie; the standard itself does not have it. */
    private static final Set<String> LAYERING = Set.of("on", "room", "fill", "add", "base");

    /** What an upper layer says of itself. */
    private static final Set<String> OWN = Set.of("item", "version", "layer", "name", "inForce");

    LayeredDocument {
        layers = List.copyOf(layers);
        originOfFile = Map.copyOf(originOfFile);
    }

    /** A document that stands alone. */
    static LayeredDocument of(DocumentNode document) {
        Origin origin = originOf(document);
        return new LayeredDocument(without(document, LAYERING), List.of(origin), Map.of(document.file(), origin));
    }

    /** A document on the one that it names as lying below it; alone, if it names none. */
    static LayeredDocument among(Collection<DocumentNode> others, DocumentNode document) {
        Optional<DocumentNode> on = document.find("on");
        if (on.isEmpty()) {
            return of(document);
        }
        on.get().members("layer", "version");
        String item = document.get("item").text();
        Origin wanted = originOf(on.get());
        DocumentNode lower = others.stream()
                .filter(other ->
                        other.get("item").text().equals(item) && originOf(other).equals(wanted))
                .findFirst()
                .orElseThrow(() -> on.get()
                        .invalid(
                                "there is no " + item + " " + wanted.version() + " of that layer",
                                "name a layer and version that there is"));
        return over(lower, document);
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
     * The upper document on the lower.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if the upper touches what the lower does not leave open
     */
    static LayeredDocument over(DocumentNode lower, DocumentNode upper) {
        Origin above = originOf(upper);
        Origin below = originOf(lower);
        requireBase(lower, upper);
        requireInsidePeriod(lower, upper);
        Map<String, DocumentNode> merged = new LinkedHashMap<>();
        upper.members().forEach((key, value) -> {
            if (OWN.contains(key)) {
                merged.put(key, value);
            }
        });
        Room room = new Room(lower, below);
        lower.members().forEach((key, value) -> {
            if (!OWN.contains(key) && !LAYERING.contains(key)) {
                merged.put(key, value);
            }
        });
        upper.members().forEach((key, value) -> {
            if (OWN.contains(key) || LAYERING.contains(key)) {
                return;
            }
            DocumentNode fixed = lower.find(key).orElse(null);
            if (fixed == null) {
                merged.put(key, value);
            } else if (SHARED.contains(key)) {
                merged.put(key, fixed.withMembers(union(fixed, value, below)));
            } else if (!key.equals("criteria")) {
                throw value.invalid(below + " fixes '" + key + "'", "take it out; it is the same for all above it");
            }
        });
        merged.put("criteria", room.criteria(lower, upper));
        merged.put("routes", room.routes(lower, upper));
        return new LayeredDocument(
                upper.withMembers(merged), List.of(above, below), Map.of(upper.file(), above, lower.file(), below));
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

    private static Map<String, DocumentNode> union(DocumentNode fixed, DocumentNode added, Origin below) {
        Map<String, DocumentNode> union = new LinkedHashMap<>(fixed.members());
        added.members().forEach((key, value) -> {
            if (union.put(key, value) != null) {
                throw value.invalid(below + " has '" + key + "' already", "take it out, or give it another name");
            }
        });
        return union;
    }

    private static DocumentNode without(DocumentNode document, Set<String> keys) {
        Map<String, DocumentNode> kept = new LinkedHashMap<>(document.members());
        kept.keySet().removeAll(keys);
        return document.withMembers(kept);
    }

    /** Where a lower layer lets an upper one in. */
    private static final class Room {

        private final Origin below;
        private final List<String> settings;
        private final List<String> papers;
        private final List<String> alternatives;
        private final List<String> criteria;

        Room(DocumentNode lower, Origin below) {
            this.below = below;
            lower.find("room").ifPresent(room -> room.members("settings", "papers", "alternatives", "criteria"));
            this.settings = list(lower, "settings");
            this.papers = list(lower, "papers");
            this.alternatives = list(lower, "alternatives");
            this.criteria = list(lower, "criteria");
        }

        private static List<String> list(DocumentNode lower, String key) {
            return lower
                    .find("room")
                    .flatMap(room -> room.find(key))
                    .map(DocumentNode::items)
                    .orElse(List.of())
                    .stream()
                    .map(DocumentNode::text)
                    .toList();
        }

        DocumentNode criteria(DocumentNode lower, DocumentNode upper) {
            Map<String, DocumentNode> byId = new LinkedHashMap<>();
            lower.get("criteria")
                    .items()
                    .forEach(criterion -> byId.put(criterion.get("id").text(), criterion));
            fill(upper, byId);
            DocumentNode added = upper.find("add").orElse(null);
            if (added != null) {
                added.members("papers", "alternatives", "criteria");
                extend(added, "papers", papers, byId);
                extend(added, "alternatives", alternatives, byId);
            }
            List<DocumentNode> all = new ArrayList<>(byId.values());
            upper.find("criteria").map(DocumentNode::items).orElse(List.of()).forEach(criterion -> {
                DocumentNode id = criterion.get("id");
                if (byId.containsKey(id.text())) {
                    throw id.invalid(below + " has '" + id.text() + "' already", "give the criterion another id");
                }
                all.add(criterion);
            });
            return lower.get("criteria").withItems(all);
        }

        private void fill(DocumentNode upper, Map<String, DocumentNode> byId) {
            upper.find("fill").map(DocumentNode::members).orElse(Map.of()).forEach((name, filled) -> {
                if (!settings.contains(name)) {
                    throw filled.invalid(
                            below + " leaves no room for '" + name + "'",
                            settings.isEmpty()
                                    ? "take it out"
                                    : "fill one of " + String.join(", ", settings) + ", or take it out");
                }
                int dot = name.indexOf('.');
                DocumentNode criterion = criterion(byId, dot < 0 ? name : name.substring(0, dot), filled);
                String setting = name.substring(dot + 1);
                boolean withBasis = filled.isMap();
                if (withBasis) {
                    filled.members("value", "basis");
                }
                DocumentNode changed = put(criterion, "settings", setting, withBasis ? filled.get("value") : filled);
                if (withBasis) {
                    changed = put(changed, "basisOf", setting, filled.get("basis"));
                }
                byId.put(criterion.get("id").text(), changed);
            });
        }

        private void extend(DocumentNode added, String key, List<String> open, Map<String, DocumentNode> byId) {
            added.find(key).map(DocumentNode::members).orElse(Map.of()).forEach((id, more) -> {
                if (!open.contains(id)) {
                    throw more.invalid(below + " leaves no room for " + key + " in '" + id + "'", "take them out");
                }
                DocumentNode criterion = criterion(byId, id, more);
                List<DocumentNode> all = new ArrayList<>(
                        criterion.find(key).map(DocumentNode::items).orElse(List.of()));
                all.addAll(more.items());
                Map<String, DocumentNode> members = new LinkedHashMap<>(criterion.members());
                members.put(key, more.withItems(all));
                byId.put(id, criterion.withMembers(members));
            });
        }

        DocumentNode routes(DocumentNode lower, DocumentNode upper) {
            Map<String, DocumentNode> added = upper.find("add")
                    .flatMap(add -> add.find("criteria"))
                    .map(DocumentNode::members)
                    .orElse(Map.of());
            List<DocumentNode> routes = new ArrayList<>();
            List<String> known = new ArrayList<>();
            lower.get("routes").items().forEach(route -> {
                String id = route.get("id").text();
                known.add(id);
                DocumentNode more = added.get(id);
                routes.add(more == null ? route : withCriteria(route, more));
            });
            added.forEach((id, more) -> {
                if (!criteria.contains(id) || !known.contains(id)) {
                    throw more.invalid(
                            below + " leaves no room for criteria in the route '" + id + "'", "take them out");
                }
            });
            return lower.get("routes").withItems(routes);
        }

        private static DocumentNode withCriteria(DocumentNode route, DocumentNode more) {
            List<DocumentNode> all = new ArrayList<>(route.get("criteria").items());
            all.addAll(more.items());
            Map<String, DocumentNode> members = new LinkedHashMap<>(route.members());
            members.put("criteria", route.get("criteria").withItems(all));
            return route.withMembers(members);
        }

        private DocumentNode criterion(Map<String, DocumentNode> byId, String id, DocumentNode at) {
            DocumentNode criterion = byId.get(id);
            if (criterion == null) {
                throw at.invalid(
                        below + " has no criterion '" + id + "'", "name one of " + String.join(", ", byId.keySet()));
            }
            return criterion;
        }

        private static DocumentNode put(DocumentNode criterion, String key, String name, DocumentNode value) {
            Map<String, DocumentNode> values = new LinkedHashMap<>(
                    criterion.find(key).map(DocumentNode::members).orElse(Map.of()));
            values.put(name, value);
            Map<String, DocumentNode> members = new LinkedHashMap<>(criterion.members());
            members.put(key, criterion.withMembers(values));
            return criterion.withMembers(members);
        }
    }
}
