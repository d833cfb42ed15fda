package io.tongban.platform.test;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decisions in {@code docs/adr} and the index that names them, each as it is written. */
record DecisionRecords(Map<String, String> textByFile, String index) {

    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern HEADING = Pattern.compile("# (\\d{4})\\. (\\S.*)");
    private static final Pattern DATE_AND_STATUS = Pattern.compile("Date: (\\d{4}-\\d{2}-\\d{2}) · Status: (.+)");
    private static final Pattern SUPERSEDED = Pattern.compile("superseded by \\[(\\d{4})]\\((.+)\\)");
    private static final List<String> SECTIONS = List.of("## Context", "## Decision", "## Consequences");

    /** What is not in the one form, and where decisions and index differ; nothing if all is well. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        Map<String, String> fileByNumber = new TreeMap<>();
        new TreeMap<>(textByFile).forEach((file, text) -> {
            Matcher name = FILE.matcher(file);
            if (!name.matches()) {
                differences.add(file + ": the name is not NNNN-title.md");
                return;
            }
            String other = fileByNumber.putIfAbsent(name.group(1), file);
            if (other != null) {
                differences.add(file + ": " + other + " has the same number");
            }
            String row = row(file, name.group(1), text.lines().toList(), differences);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        });
        compareIndex(rows, differences);
        return differences;
    }

    private String row(String file, String number, List<String> lines, List<String> differences) {
        List<String> top = Stream.concat(lines.stream(), Stream.generate(() -> ""))
                .limit(4)
                .toList();
        Matcher heading = HEADING.matcher(top.get(0));
        Matcher dateAndStatus = DATE_AND_STATUS.matcher(top.get(2));
        if (!lines.stream().filter(line -> line.startsWith("## ")).toList().equals(SECTIONS)) {
            differences.add(file + ": the sections are not " + String.join(", ", SECTIONS));
        }
        if (!heading.matches() || !heading.group(1).equals(number)) {
            differences.add(file + ": line 1 is not '# " + number + ". Title'");
            return "";
        }
        if (!top.get(1).isEmpty() || !dateAndStatus.matches() || !top.get(3).isEmpty()) {
            differences.add(file + ": line 3, between empty ones, is not 'Date: YYYY-MM-DD · Status: …'");
            return "";
        }
        String date = dateAndStatus.group(1);
        String status = dateAndStatus.group(2);
        if (!isDay(date)) {
            differences.add(file + ": there is no day " + date);
        }
        if (!isStatus(status)) {
            differences.add(file + ": the status is neither 'accepted' nor 'superseded by [NNNN](NNNN-title.md)'");
        }
        return "| %s | [%s](%s) | %s | %s |".formatted(number, heading.group(2), file, date, status);
    }

    private void compareIndex(List<String> rows, List<String> differences) {
        List<String> listed =
                index.lines().filter(line -> line.matches("\\| \\d.*")).toList();
        var missing = new TreeSet<>(rows);
        listed.forEach(missing::remove);
        missing.forEach(row -> differences.add("README.md: no row " + row));
        listed.stream()
                .filter(row -> !rows.contains(row))
                .forEach(row -> differences.add("README.md: no decision is as in " + row));
        if (differences.isEmpty() && !listed.equals(rows)) {
            differences.add("README.md: the rows are not one for each decision, in the order of their numbers");
        }
    }

    private static boolean isDay(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean isStatus(String status) {
        Matcher superseded = SUPERSEDED.matcher(status);
        return status.equals("accepted")
                || (superseded.matches()
                        && superseded.group(2).startsWith(superseded.group(1) + "-")
                        && textByFile.containsKey(superseded.group(2)));
    }
}
