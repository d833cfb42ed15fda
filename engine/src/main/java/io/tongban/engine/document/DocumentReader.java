package io.tongban.engine.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Makes a document of what a parser says, in one pass, and counts its values, so that neither a large file nor a few aliases fill
 * the memory.
 */
final class DocumentReader {

    private static final int DEEPEST = 40;
    private static final String MERGE = "<<";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final Extent extent;
    private final Iterator<Event> events;
    private final Map<String, DocumentNode> anchored = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Mistakes mistakes = new Mistakes();
    private int values;
    private long characters;

    private DocumentReader(Iterator<Event> events, Extent extent) {
        this.events = events;
        this.extent = extent;
    }

    static DocumentNode read(String file, String text, Extent extent) {
        if (text.length() > extent.mostCharacters()) {
            throw new DocumentInvalid(
                    file,
                    1,
                    String.format(
                            Locale.ROOT,
                            "the file has %,d characters, more than the %,d that %s may have",
                            text.length(),
                            extent.mostCharacters(),
                            extent.what()),
                    "split it into several files");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE); // the length is known
        try {
            return new DocumentReader(
                            new Yaml(options).parse(new StringReader(text)).iterator(), extent)
                    .document(file);
        } catch (MarkedYAMLException cause) {
            int line =
                    cause.getProblemMark() == null ? 1 : cause.getProblemMark().getLine() + 1;
            throw new DocumentInvalid(
                    file, line, "not YAML: " + cause.getProblem(), "mend the indentation, quotes or brackets there");
        } catch (YAMLException cause) {
            throw new DocumentInvalid(file, 1, "not YAML: " + cause.getMessage(), "write it as UTF-8 text");
        }
    }

    private DocumentNode document(String file) {
        events.next(); // the stream begins
        if (events.next() instanceof StreamEndEvent) {
            throw new DocumentInvalid(file, 1, "the file is empty", "write the document, or delete the file");
        }
        Event first = events.next();
        DocumentNode root = node(first, Place.root(file, line(first)), 0);
        while (events.hasNext()) {
            Event event = events.next();
            if (!(event instanceof DocumentEndEvent || event instanceof StreamEndEvent)) {
                throw new DocumentInvalid(
                        file, line(event), "not YAML: a second document begins", "take the line '---' out");
            }
        }
        mistakes.refuse();
        return root;
    }

    private DocumentNode node(Event event, Place place, int depth) {
        if (event instanceof AliasEvent alias) {
            return unfolded(alias, place, depth);
        }
        refuseTag(event, place);
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        if (anchor != null) {
            open.add(anchor);
        }
        DocumentNode node = new DocumentNode(
                place,
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar, place, depth);
                    case MappingStartEvent map -> members(place, depth);
                    case SequenceStartEvent list -> items(place, depth);
                    default ->
                        throw new DocumentNode(place, null)
                                .invalid("this is no map, list or value", "write it in plain YAML");
                });
        if (anchor != null) {
            open.remove(anchor);
            anchored.put(anchor, node);
        }
        return node;
    }

    private @Nullable String scalar(ScalarEvent scalar, Place place, int depth) {
        count(place, scalar.getValue().length(), depth);
        return scalar.isPlain() && NULLS.contains(scalar.getValue()) ? null : scalar.getValue();
    }

    private Map<String, DocumentNode> members(Place place, int depth) {
        count(place, 0, depth);
        Map<String, DocumentNode> members = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            String key = key(event, place);
            if (key.equals(MERGE) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
                throw new DocumentNode(place.inside(key, line(event)), null)
                        .invalid("maps are not merged", "write the members of the other map here");
            }
            Event value = events.next();
            DocumentNode member = node(value, place.inside(key, line(value)), depth + 1);
            if (members.putIfAbsent(key, member) != null) {
                mistakes.add(member.invalid("'" + key + "' is there twice", "keep one of the two"));
            }
        }
        return members;
    }

    private String key(Event event, Place place) {
        refuseTag(event, place);
        if (event instanceof ScalarEvent scalar) {
            if (scalar.getAnchor() != null) {
                anchored.put(scalar.getAnchor(), new DocumentNode(place.inside("", line(event)), scalar.getValue()));
            }
            return scalar.getValue();
        }
        if (event instanceof AliasEvent alias && anchored.containsKey(alias.getAnchor())) {
            DocumentNode named = anchored.get(alias.getAnchor());
            if (!named.isMap() && !named.isList() && !named.isNull()) {
                return named.text();
            }
        }
        DocumentNode map = new DocumentNode(place, null);
        throw map.invalid(map.said() + " has a key that is no word", "write keys as plain words");
    }

    /** Readers make whatever they like of a tag; what a value is follows from where it stands. */
    private static void refuseTag(Event event, Place place) {
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            throw new DocumentInvalid(place.file(), line(event), "a tag is not read", "take the tag (!name) out");
        }
    }

    private List<DocumentNode> items(Place place, int depth) {
        count(place, 0, depth);
        List<DocumentNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, place.item(items.size() + 1, line(event)), depth + 1));
        }
        return items;
    }

    /** A copy of what the alias names, which stands where the alias does and is shown where it was written. */
    private DocumentNode unfolded(AliasEvent alias, Place place, int depth) {
        DocumentNode named = anchored.get(alias.getAnchor());
        if (named == null || open.contains(alias.getAnchor())) {
            DocumentNode here = new DocumentNode(place, null);
            throw open.contains(alias.getAnchor())
                    ? here.invalid("the document is nested too deeply or holds itself", "take the alias (*name) out")
                    : here.invalid(
                            "not YAML: found undefined alias " + alias.getAnchor(),
                            "write '&" + alias.getAnchor() + "' where it is meant to be taken from");
        }
        return copy(named, new Place(place.file(), named.line(), place.outer(), place.step(), place.length()), depth);
    }

    private DocumentNode copy(DocumentNode named, Place place, int depth) {
        if (named.isMap()) {
            count(place, 0, depth);
            Map<String, DocumentNode> members = new LinkedHashMap<>();
            named.members()
                    .forEach((key, member) ->
                            members.put(key, copy(member, place.inside(key, member.line()), depth + 1)));
            return new DocumentNode(place, members);
        }
        if (named.isList()) {
            count(place, 0, depth);
            List<DocumentNode> items = new ArrayList<>();
            named.items().forEach(item -> items.add(copy(item, place.item(items.size() + 1, item.line()), depth + 1)));
            return new DocumentNode(place, items);
        }
        String text = named.isNull() ? null : named.text();
        count(place, text == null ? 0 : text.length(), depth);
        return new DocumentNode(place, text);
    }

    private void count(Place place, int length, int depth) {
        values++;
        characters += place.length() + length;
        if (depth > DEEPEST) {
            throw new DocumentNode(place, null)
                    .invalid(
                            "the document is nested more than " + DEEPEST + " deep",
                            "write it flatter, or take the alias (*name) out");
        }
        if (values > extent.mostValues() || characters > extent.mostUnfolded()) {
            throw new DocumentNode(place, null)
                    .invalid(
                            "the document unfolds to more than " + extent.mostValues() + " values or "
                                    + extent.mostUnfolded() + " characters, the limit of " + extent.what(),
                            "take the alias (*name) out, or split the file");
        }
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }
}
