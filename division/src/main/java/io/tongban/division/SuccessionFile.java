package io.tongban.division;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of changes as it is written, one a line. */
final class SuccessionFile {

    static final List<String> COLUMNS = List.of("from", "to", "kind", "main", "on", "basis");

    private SuccessionFile() {}

    /**
     * Reads the changes.
     *
     * @param known whether one of the official lists has a code
     * @throws IllegalArgumentException with file and line, if a change is not written as it must be or contradicts another
     */
    static List<DivisionChange> read(CsvFile file, Predicate<String> known) {
        List<DivisionChange> changes = new ArrayList<>();
        Map<List<Object>, DivisionChange> told = new HashMap<>();
        for (CsvFile.Row row : file.rows()) {
            DivisionChange change = change(row, known);
            if (change.from() != null && change.carriesOn()) {
                refuseSecond(row, told.put(List.of("from", change.from(), change.on()), change), change);
            }
            if (change.to() != null && change.keepsIdentity()) {
                refuseSecond(row, told.put(List.of("to", change.to(), change.on()), change), change);
            }
            changes.add(change);
        }
        refuseCycle(file, changes);
        return changes;
    }

    static String write(List<DivisionChange> changes) {
        return changes.stream()
                .map(change -> String.join(
                        ",",
                        written(change.from()),
                        written(change.to()),
                        change.kind().name(),
                        change.main() ? "main" : "",
                        change.on().toString(),
                        change.basis()))
                .collect(Collectors.joining("\n", String.join(",", COLUMNS) + "\n", "\n"));
    }

    private static DivisionChange change(CsvFile.Row row, Predicate<String> known) {
        try {
            return new DivisionChange(
                    code(row, 0, known),
                    code(row, 1, known),
                    kind(row.get(2)),
                    main(row.get(3)),
                    LocalDate.parse(row.get(4)),
                    row.get(5));
        } catch (DateTimeParseException noDay) {
            throw row.wrong("'" + row.get(4) + "' is no day; write it as 2021-04-09");
        } catch (IllegalArgumentException contradiction) {
            throw row.wrong(String.valueOf(contradiction.getMessage()));
        }
    }

    private static @Nullable String code(CsvFile.Row row, int column, Predicate<String> known) {
        String code = row.get(column);
        if (code.isEmpty()) {
            return null;
        }
        if (!known.test(code)) {
            throw new IllegalArgumentException("no official list has the code '" + code + "'");
        }
        return code;
    }

    private static ChangeKind kind(String word) {
        return Arrays.stream(ChangeKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is none of " + Arrays.toString(ChangeKind.values())));
    }

    private static boolean main(String word) {
        if (!word.isEmpty() && !word.equals("main")) {
            throw new IllegalArgumentException("'" + word + "' is neither 'main' nor empty");
        }
        return !word.isEmpty();
    }

    private static void refuseSecond(CsvFile.Row row, @Nullable DivisionChange first, DivisionChange second) {
        if (first == null) {
            return;
        }
        String both = first.main() && second.main() ? "two parts are 'main'" : "two changes contradict each other";
        throw row.wrong(both + " on " + second.on() + ": " + first.from() + " to " + first.to() + " and "
                + second.from() + " to " + second.to());
    }

    /** Without regard to days: a code that came back to its division would be a mistake of the list more likely than a change. */
    private static void refuseCycle(CsvFile file, List<DivisionChange> changes) {
        Map<String, List<String>> following = new HashMap<>();
        for (DivisionChange change : changes) {
            if (change.from() != null && change.to() != null && !change.from().equals(change.to())) {
                following
                        .computeIfAbsent(change.from(), code -> new ArrayList<>())
                        .add(change.to());
            }
        }
        for (String code : following.keySet()) {
            refuseCycle(file, following, new ArrayList<>(List.of(code)));
        }
    }

    private static void refuseCycle(CsvFile file, Map<String, List<String>> following, List<String> way) {
        for (String next : following.getOrDefault(way.getLast(), List.of())) {
            if (way.contains(next)) {
                throw new IllegalArgumentException(
                        file.name() + ": " + String.join(" to ", way) + " to " + next + " is a cycle");
            }
            way.add(next);
            refuseCycle(file, following, way);
            way.removeLast();
        }
    }

    private static String written(@Nullable String code) {
        return code == null ? "" : code;
    }
}
