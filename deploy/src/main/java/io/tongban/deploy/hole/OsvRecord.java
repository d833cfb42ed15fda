package io.tongban.deploy.hole;

import io.tongban.platform.cli.Unusable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of the OSV schema, as far as it is about libraries of Maven.
 *
 * <p>Source: OSV schema 1.6. Ranges of commits are left out: they say nothing of a released version.
 */
final class OsvRecord {

    private static final String MAVEN = "Maven";

    private static final Map<String, VersionRange.Kind> KINDS = Map.of(
            "introduced", VersionRange.Kind.INTRODUCED,
            "fixed", VersionRange.Kind.FIXED,
            "last_affected", VersionRange.Kind.LAST_AFFECTED);

    private static final List<String> KEPT =
            List.of("schema_version", "id", "modified", "published", "aliases", "summary", "database_specific");

    private final JsonNode json;
    private final String place;

    private OsvRecord(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /** The place is named where the record is not one. */
    static OsvRecord read(byte[] content, String place) {
        try {
            return new OsvRecord(JsonMapper.shared().readTree(content), place);
        } catch (JacksonException broken) {
            throw new Unusable(place + " is not JSON", "put a record of the OSV schema there, or remove the file");
        }
    }

    /** Withdrawn records are no holes. */
    Optional<KnownHole> hole() {
        if (json.path("withdrawn").isString()) {
            return Optional.empty();
        }
        List<KnownHole.Affected> affected = libraries().map(this::affected).toList();
        if (affected.isEmpty()) {
            throw malformed("it names no library of Maven");
        }
        return Optional.of(new KnownHole(
                text(json, "id"),
                json.path("aliases").valueStream().map(JsonNode::asString).toList(),
                text(json, "summary"),
                affected));
    }

    /** The libraries that the record is about. */
    List<String> packageNames() {
        return libraries().map(this::packageName).toList();
    }

    /** What the check reads and who looks something up needs; without the long text, which has its own licence. */
    JsonNode shortened() {
        ObjectNode kept = JsonMapper.shared().createObjectNode();
        KEPT.stream().filter(json::has).forEach(name -> kept.set(name, json.get(name)));
        ArrayNode affected = kept.putArray("affected");
        libraries().forEach(library -> {
            boolean hasRanges = !library.path("ranges").isEmpty();
            affected.addObject()
                    .set("package", library.path("package"))
                    // With ranges, the versions say the same again one by one.
                    .set(hasRanges ? "ranges" : "versions", library.path(hasRanges ? "ranges" : "versions"));
        });
        ArrayNode references = kept.putArray("references");
        json.path("references")
                .valueStream()
                .filter(reference -> reference.path("type").asString("").equals("ADVISORY"))
                .forEach(references::add);
        return kept;
    }

    private Stream<JsonNode> libraries() {
        return json.path("affected")
                .valueStream()
                .filter(affected ->
                        affected.path("package").path("ecosystem").asString("").equals(MAVEN));
    }

    private KnownHole.Affected affected(JsonNode library) {
        List<VersionRange> ranges = library.path("ranges")
                .valueStream()
                .filter(range -> !text(range, "type").equals("GIT"))
                .map(this::range)
                .toList();
        List<String> versions =
                library.path("versions").valueStream().map(JsonNode::asString).toList();
        if (ranges.isEmpty() && versions.isEmpty()) {
            throw malformed("it says of no version of " + packageName(library) + " that it has the hole");
        }
        return new KnownHole.Affected(packageName(library), ranges, versions);
    }

    private VersionRange range(JsonNode range) {
        if (!text(range, "type").equals("ECOSYSTEM")) {
            throw malformed("the type of a range is '" + text(range, "type") + "', not ECOSYSTEM");
        }
        try {
            return new VersionRange(range.path("events")
                    .valueStream()
                    .flatMap(event -> event.propertyStream())
                    .map(event -> new VersionRange.Event(
                            kind(event.getKey()), event.getValue().asString()))
                    .toList());
        } catch (IllegalArgumentException impossible) {
            throw malformed(String.valueOf(impossible.getMessage()));
        }
    }

    private VersionRange.Kind kind(String word) {
        return Optional.ofNullable(KINDS.get(word))
                .orElseThrow(() -> malformed(
                        "'" + word + "' happens to no hole; an event is one of introduced, fixed," + " last_affected"));
    }

    private String packageName(JsonNode library) {
        return text(library.path("package"), "name");
    }

    private String text(JsonNode node, String member) {
        String text = node.path(member).asString("");
        if (text.isBlank()) {
            throw malformed("'" + member + "' is missing");
        }
        return text;
    }

    private Unusable malformed(String why) {
        return new Unusable(place + " cannot be used: " + why, "mend the record by the OSV schema, or remove the file");
    }
}
