package io.tongban.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures with a heading; the first column says what each row is. */
public final class Table {

    private final String heading;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(String heading, List<String> columns) {
        this.heading = heading;
        this.columns = columns;
    }

    public static Table of(String heading, String... columns) {
        return new Table(heading, List.of(columns));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** With columns of one width, in Markdown. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        all.addAll(rows);
        List<Integer> widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> lines = new ArrayList<>(List.of("## " + heading, "", line(columns, widths)));
        lines.add(widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add("");
        return lines;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> " " + cells.get(column)
                        + " ".repeat(widths.get(column) - cells.get(column).length()) + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }
}
