package io.tongban.platform.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which all problem types stand, one section for each module.
 *
 * @param rows in the order of the page
 */
public record ProblemCatalogue(List<Row> rows) {

    private static final String ADDRESS = "/errors/";
    private static final Pattern ROW = Pattern.compile(
            "\\| `" + ADDRESS + "([a-z0-9-]+)` \\| (\\d{3}(?:, \\d{3})*) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    public ProblemCatalogue {
        rows = List.copyOf(rows);
    }

    /**
     * One type as one module answers it.
     *
     * @param when in Markdown, like {@code remedy}
     */
    public record Row(String module, String slug, List<Integer> statuses, String title, String when, String remedy) {

        public Row {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * Reads the page.
     *
     * @throws IllegalArgumentException naming a line that begins like a row and is none
     */
    public static ProblemCatalogue read(String page) {
        List<Row> rows = new ArrayList<>();
        String module = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                module = line.substring(3);
            } else if (line.startsWith("| `")) {
                rows.add(row(module, line));
            }
        }
        return new ProblemCatalogue(rows);
    }

    private static Row row(String module, String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("not a row of the catalogue: " + line);
        }
        List<Integer> statuses = Arrays.stream(row.group(2).split(", ", -1))
                .map(Integer::valueOf)
                .toList();
        return new Row(module, row.group(1), statuses, row.group(3), row.group(4), row.group(5));
    }
}
