package io.tongban.deploy.hole;

import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a list: {@code list.json} with its date, {@code osv/} with one record for each hole, {@code exceptions.cdx.json}
 * with the exceptions in the form of CycloneDX's VEX.
 */
final class HoleFiles {

    /** CycloneDX has no member for the day on which a judgement ends. */
    static final String UNTIL = "tongban:until";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    HoleFiles(Path folder) {
        this.folder = folder;
    }

    /** The list, every file of it; one that cannot be understood makes the whole list unusable. */
    HoleList read() throws IOException {
        List<KnownHole> holes = new ArrayList<>();
        for (Path file : records()) {
            OsvRecord.read(Files.readAllBytes(file), file.toString()).hole().ifPresent(holes::add);
        }
        Path list = folder.resolve("list.json");
        return new HoleList(day(list, json(list), "dated"), holes, exceptions());
    }

    /** The file of each record, under every identifier that the record has. */
    Map<String, Path> byIdentifier() throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (Path file : records()) {
            OsvRecord.read(Files.readAllBytes(file), file.toString()).hole().ifPresent(hole -> {
                files.put(hole.id(), file);
                hole.aliases().forEach(alias -> files.put(alias, file));
            });
        }
        return files;
    }

    void replace(List<Path> old, String id, JsonNode record) throws IOException {
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        Files.writeString(folder.resolve("osv").resolve(id + ".json"), pretty(record));
    }

    void date(LocalDate day) throws IOException {
        Files.writeString(
                folder.resolve("list.json"), pretty(JSON.createObjectNode().put("dated", day.toString())));
    }

    private List<Path> records() throws IOException {
        Path osv = folder.resolve("osv");
        if (!Files.isDirectory(osv)) {
            throw new Unusable(
                    "there is no list of known holes in " + folder, "name the folder that has list.json and osv");
        }
        try (Stream<Path> files = Files.list(osv)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private List<HoleException> exceptions() throws IOException {
        Path file = folder.resolve("exceptions.cdx.json");
        List<HoleException> exceptions = new ArrayList<>();
        for (JsonNode vulnerability : json(file).path("vulnerabilities")) {
            String id = text(file, vulnerability, "id");
            String reason = text(file, vulnerability.path("analysis"), "detail");
            LocalDate until = vulnerability
                    .path("properties")
                    .valueStream()
                    .filter(property -> property.path("name").asString("").equals(UNTIL))
                    .findFirst()
                    .map(property -> day(file, property, "value"))
                    .orElseThrow(() -> unusable(file, "the exception from " + id + " has no end, property " + UNTIL));
            if (vulnerability.path("affects").isEmpty()) {
                throw unusable(file, "the exception from " + id + " names no component in affects");
            }
            for (JsonNode affected : vulnerability.path("affects")) {
                String purl = text(file, affected, "ref");
                exceptions.add(new HoleException(
                        id,
                        PackageUrl.component(purl)
                                .orElseThrow(() -> unusable(file, "'" + purl + "' is no pkg:maven/GROUP/NAME@VERSION")),
                        until,
                        reason));
            }
        }
        return exceptions;
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException broken) {
            throw unusable(file, "it is not JSON");
        }
    }

    private static LocalDate day(Path file, JsonNode node, String member) {
        String text = text(file, node, member);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw unusable(file, "'" + text + "' is not a day such as 2026-11-30");
        }
    }

    private static String text(Path file, JsonNode node, String member) {
        String text = node.path(member).asString("");
        if (text.isBlank()) {
            throw unusable(file, "'" + member + "' is missing");
        }
        return text;
    }

    private static Unusable unusable(Path file, String why) {
        return new Unusable(file + " cannot be used: " + why, "mend it as docs/operations/known-holes.md describes");
    }

    private static String pretty(JsonNode json) {
        return Objects.requireNonNull(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json)) + "\n";
    }
}
