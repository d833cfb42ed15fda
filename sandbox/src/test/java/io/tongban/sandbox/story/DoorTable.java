package io.tongban.sandbox.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is let in where, as {@code doors.md} says it for people. */
final class DoorTable {

    static final String NAME = "sandbox/src/test/resources/doors.md";

    private static final String EVERYBODY = "everybody";

    private final Map<String, Word> words;
    private final Map<String, Row> rows;
    private final Map<String, String> telling;

    private DoorTable(Map<String, Word> words, Map<String, Row> rows, Map<String, String> telling) {
        this.words = words;
        this.rows = rows;
        this.telling = telling;
    }

    static DoorTable read() throws IOException {
        try (InputStream text = Objects.requireNonNull(DoorTable.class.getResourceAsStream("/doors.md"), NAME)) {
            return of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static DoorTable of(String text) {
        Map<String, Word> words = new LinkedHashMap<>();
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, String> telling = new LinkedHashMap<>();
        for (String line : text.lines()
                .filter(line -> line.startsWith("| ") && !isHead(line))
                .toList()) {
            List<String> cells = Arrays.stream(
                            line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            switch (cells.size()) {
                case 2 -> requireNew(telling.put("/errors/" + cells.get(0), cells.get(1)), line);
                case 3 -> requireNew(words.put(cells.get(0), new Word(cells.get(1), cells.get(2))), line);
                case 5 ->
                    requireNew(
                            rows.put(
                                    cells.get(0),
                                    new Row(
                                            cells.get(0),
                                            cells.get(1),
                                            yes(cells.get(2), line),
                                            list(cells.get(3)),
                                            list(cells.get(4)))),
                            line);
                default -> throw mistake("is of no table", line);
            }
        }
        for (Row row : rows.values()) {
            for (String word : row.letIn()) {
                if (!words.containsKey(word) && !row.isForEverybody()) {
                    throw mistake("has a word that the first table does not explain", row.operation() + ": " + word);
                }
            }
        }
        return new DoorTable(words, rows, telling);
    }

    Map<String, Word> words() {
        return words;
    }

    Map<String, Row> rows() {
        return rows;
    }

    Word word(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    Optional<Row> row(String operation) {
        return Optional.ofNullable(rows.get(operation));
    }

    /** The roles and scopes of which the operation asks for one. */
    Set<String> needed(Row row) {
        return row.isForEverybody()
                ? Set.of()
                : row.letIn().stream().map(word -> word(word).needs()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a refusal of the type may be said only of what is there. */
    boolean mayTell(String type) {
        return telling.containsKey(type);
    }

    private static boolean isHead(String line) {
        return List.of("| word |", "| operation |", "| refusal |").stream().anyMatch(line::startsWith);
    }

    private static boolean yes(String cell, String line) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw mistake("says neither yes nor no of the gateway", line);
        };
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(", ", -1));
    }

    private static void requireNew(@Nullable Object before, String line) {
        if (before != null) {
            throw mistake("is there twice", line);
        }
    }

    private static IllegalArgumentException mistake(String what, String line) {
        return new IllegalArgumentException("a row of " + NAME + " " + what + ": " + line);
    }

    /**
     * A relation of somebody to a thing.
     *
     * @param needs the role or scope without which nobody is in it, in the words of the descriptions
     * @param meaning empty where the role or scope is all
     */
    record Word(String needs, String meaning) {

        boolean isARelation() {
            return !meaning.isEmpty();
        }
    }

    /**
     * Who is let in at an operation.
     *
     * @param refusals what somebody is told who has a role that is asked for, without the relation
     */
    record Row(String operation, String service, boolean atTheGateway, List<String> letIn, List<String> refusals) {

        Row {
            letIn = List.copyOf(letIn);
            refusals = List.copyOf(refusals);
        }

        boolean isForEverybody() {
            return letIn.equals(List.of(EVERYBODY));
        }

        boolean refusesWith(String type) {
            return refusals.stream()
                    .map("/errors/"::concat)
                    .anyMatch(refusal -> refusal.endsWith("*")
                            ? type.startsWith(refusal.substring(0, refusal.length() - 1))
                            : type.equals(refusal));
        }
    }
}
