package io.tongban.deploy.hole;

import io.tongban.platform.cli.Unusable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What OSV exports of one ecosystem: a .zip with a record in each file. */
final class OsvExport {

    private static final String REMEDY = "name the export of OSV's ecosystem Maven (all.zip)";

    private final Path archive;

    OsvExport(Path archive) {
        this.archive = archive;
    }

    /**
     * Takes every record of these components, whichever of their versions it is about: a later change of version must find it in the
     * list. A record takes the place of one with the same identifier or alias; records that the export does not have stay.
     */
    Taken takeInto(HoleFiles list, Collection<Component> components, LocalDate dated) throws IOException {
        Set<String> names = components.stream()
                .map(component -> Component.comparable(component.name()))
                .collect(Collectors.toSet());
        Map<String, Path> before = list.byIdentifier();
        int records = 0;
        int added = 0;
        try (ZipInputStream entries = new ZipInputStream(new BufferedInputStream(open()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().endsWith(".json")) {
                    continue;
                }
                OsvRecord record = OsvRecord.read(entries.readAllBytes(), archive + ", " + entry.getName());
                if (record.packageNames().stream().map(Component::comparable).noneMatch(names::contains)) {
                    continue;
                }
                Optional<KnownHole> hole = record.hole();
                if (hole.isPresent()) {
                    List<Path> replaced = Stream.concat(Stream.of(hole.get().id()), hole.get().aliases().stream())
                            .flatMap(identifier -> Stream.ofNullable(before.get(identifier)))
                            .toList();
                    list.replace(replaced, hole.get().id(), record.shortened());
                    records++;
                    added += replaced.isEmpty() ? 1 : 0;
                }
            }
        }
        if (records == 0) {
            throw new Unusable(archive + " has no record of any component", REMEDY);
        }
        list.date(dated);
        return new Taken(records, added);
    }

    private InputStream open() throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new Unusable("there is no " + archive, REMEDY);
        }
        return Files.newInputStream(archive);
    }

    /** How many records were taken, and how many of them were not in the list before. */
    record Taken(int records, int added) {}
}
