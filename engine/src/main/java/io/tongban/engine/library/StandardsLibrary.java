package io.tongban.engine.library;

import io.tongban.engine.basis.Remedy;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.document.TextFile;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the published standards lie: an {@code index.yaml} names their files and, beside them, the working calendar, the bodies
 * that decide, and what refusals say about contesting them.
 */
public final class StandardsLibrary {

    private static final String INDEX = "index.yaml";
    private static final Pattern LISTS_STANDARDS = Pattern.compile("(?m)^standards[ \t]*:");
    private static final Pattern IS_STANDARD = Pattern.compile("(?m)^item[ \t]*:");

    private final String name;
    private final String place;
    private final Shelf shelf;

    /** Gives the text of a file by its name in the library. */
    @FunctionalInterface
    private interface Shelf {
        String text(String name) throws IOException;
    }

    private StandardsLibrary(String name, String place, Shelf shelf) {
        this.name = name;
        this.place = place;
        this.shelf = shelf;
    }

    /** The standards that were built in. */
    public static StandardsLibrary builtIn() {
        return new StandardsLibrary("those that are built in", "built-in", name -> {
            try (InputStream file = StandardsLibrary.class.getResourceAsStream("/standards/" + name)) {
                if (file == null) {
                    throw new IOException("there is no such file");
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    public static StandardsLibrary in(Path folder) {
        String place = folder.toString().isEmpty() ? "." : folder.toString();
        return new StandardsLibrary(place, place, name -> Files.readString(folder.resolve(name)));
    }

    /** Whether the folder has an index of standards; others have files of that name too. */
    public static boolean isIn(Path folder) {
        try {
            return LISTS_STANDARDS
                    .matcher(Files.readString(folder.resolve(INDEX)))
                    .find();
        } catch (IOException notThere) {
            return false;
        }
    }

    /** What people call it: where it lies. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * All standards, checked.
     *
     * @throws DocumentInvalid with every mistake in them, or if two of the same item are in force on the same day
     */
    public Standards standards() {
        return standards(List.of());
    }

    private Standards standards(Collection<Path> drafts) {
        Mistakes mistakes = new Mistakes();
        List<DocumentNode> documents = new ArrayList<>();
        for (DocumentNode name : index().get("standards").items()) {
            mistakes.read(() -> document(name.text(), name)).ifPresent(documents::add);
        }
        for (Path draft : drafts) {
            mistakes.read(() -> DocumentNode.read(draft.toString(), TextFile.read(draft)))
                    .ifPresent(documents::add);
        }
        return Standards.of(documents, mistakes);
    }

    /**
     * All standards, and all that lies beside them read too.
     *
     * @param drafts files of standards that are read as if the index named them
     * @throws DocumentInvalid with every mistake in any of it
     */
    public Standards checked(Collection<Path> drafts) {
        Mistakes mistakes = new Mistakes();
        Optional<Standards> standards = mistakes.read(() -> standards(drafts));
        mistakes.attempt(this::calendar);
        mistakes.attempt(this::authorities);
        mistakes.attempt(this::remedy);
        mistakes.refuse();
        return standards.orElseThrow();
    }

    /** Whether the file is the index or one that it names. */
    public boolean has(Path file) {
        DocumentNode index = index();
        return Stream.concat(
                        Stream.of(INDEX),
                        Stream.concat(
                                        index.get("standards").items().stream(),
                                        Stream.of("calendar", "authorities", "remedies")
                                                .flatMap(key -> index.find(key).stream()))
                                .map(DocumentNode::text))
                .anyMatch(name -> absolute(Path.of(place, name)).equals(absolute(file)));
    }

    /**
     * The standards that lie in the folder and are none of the library, since the index does not name them.
     *
     * @param drafts those that are known
     */
    public List<Path> unlisted(Collection<Path> drafts) {
        Path folder = Path.of(place);
        if (!isIn(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Set<Path> known = drafts.stream().map(StandardsLibrary::absolute).collect(Collectors.toSet());
            return files.filter(file -> file.toString().matches(".*\\.ya?ml") && isStandard(file))
                    .filter(file -> !known.contains(absolute(file)) && !has(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(); // they are none of the library
        }
    }

    private static boolean isStandard(Path file) {
        try {
            return IS_STANDARD.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private DocumentNode index() {
        DocumentNode index = document(INDEX);
        StandardKeys.INDEX.require(index);
        return index;
    }

    /** The text of one version of one layer, under the name of its file. */
    public record StandardText(String file, String text) {

        public DocumentNode document() {
            return DocumentNode.read(file, text);
        }
    }

    /** The texts of the standards, one for each version of each layer. */
    public List<StandardText> texts() {
        return index().get("standards").items().stream()
                .map(name -> new StandardText(place + "/" + name.text(), text(name.text(), name)))
                .toList();
    }

    /** The documents as they are written, one for each version of each layer. */
    public List<DocumentNode> documents() {
        return index().get("standards").items().stream()
                .map(name -> document(name.text(), name))
                .toList();
    }

    /**
     * The list of the bodies that decide; the one that is built in where the index names none.
     *
     * @throws DocumentInvalid if its keys and types are not right
     */
    public DocumentNode authorities() {
        DocumentNode authorities = listed("authorities");
        StandardKeys.AUTHORITIES.require(authorities);
        return authorities;
    }

    /**
     * How a refusal can be contested; the text that is built in where the index names none.
     *
     * @throws DocumentInvalid if it is not complete
     */
    public Remedy remedy() {
        DocumentNode remedies = listed("remedies");
        StandardKeys.REMEDIES.require(remedies);
        DocumentNode refusal = remedies.get("refusal");
        return new Remedy(
                refusal.get("id").text(),
                new Text(
                        refusal.get("zh").text().strip(),
                        refusal.get("en").text().strip()),
                refusal.get("basis").text());
    }

    private DocumentNode listed(String key) {
        return index().find(key)
                .map(name -> document(name.text(), name))
                .orElseGet(() -> builtIn().document(key + ".yaml"));
    }

    /** A text that is kept beside the standards, such as {@code laws/decree-663.md}; empty if it is not there. */
    public Optional<String> kept(String name) {
        try {
            return Optional.of(shelf.text(name));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /**
     * The published holidays and make-up days: lines of {@code date,kind,name}.
     *
     * @throws DocumentInvalid with every line that is none
     */
    public WorkingCalendar calendar() {
        DocumentNode named = index().get("calendar");
        String name = named.text();
        List<String> lines = text(name, named).lines().toList();
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeupDays = new HashSet<>();
        int lastYear = 0;
        Mistakes mistakes = new Mistakes();
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            LocalDate day = day(fields[0]);
            String kind = fields.length < 2 ? "" : fields[1];
            if (day != null && kind.equals("holiday")) {
                holidays.add(day);
                lastYear = Math.max(lastYear, day.getYear());
            } else if (day != null && kind.equals("makeup_workday")) {
                makeupDays.add(day);
                lastYear = Math.max(lastYear, day.getYear());
            } else {
                mistakes.add(new DocumentInvalid(
                        place + "/" + name,
                        i + 1,
                        "the line is no day",
                        "write date,holiday,name or date,makeup_workday,name"));
            }
        }
        mistakes.refuse();
        return new WorkingCalendar(holidays, makeupDays, LocalDate.of(lastYear, 12, 31));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private DocumentNode document(String name) {
        try {
            return DocumentNode.read(place + "/" + name, shelf.text(name));
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    place + "/" + name + ": cannot be read: " + TextFile.reason(Path.of(place, name), cause), cause);
        }
    }

    private DocumentNode document(String name, DocumentNode named) {
        return DocumentNode.read(place + "/" + name, text(name, named));
    }

    private String text(String name, DocumentNode named) {
        try {
            return shelf.text(name);
        } catch (IOException cause) {
            throw named.invalid(
                    "the file " + place + "/" + name + " cannot be read: "
                            + TextFile.reason(Path.of(place, name), cause),
                    "put it there, or take its name out of the index");
        }
    }
}
