package io.tongban.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * Compares {@code docs/operations/timeouts.md} with the settings of a module, in both directions, and its rows with each other.
 *
 * <p>A setting is a row's when it bounds a wait, a repetition or a circuit breaker: see {@link TimeSettings}.
 */
public final class TimeoutTable {

    private static final Path PAGE = Path.of("docs", "operations", "timeouts.md");
    private static final Pattern SETTING = Pattern.compile("`([^`]+)`");
    private static final Pattern BELOW = Pattern.compile("(?:([a-z-]+) )?`([^`]+)`");
    private static final int COLUMNS = 6;

    private TimeoutTable() {}

    /**
     * Checks the rows of one module.
     *
     * @param service the word in the first column, which is the name of the module
     * @param rootPackage the package of the classes whose settings are looked at
     * @throws AssertionError naming everything that differs
     */
    public static void check(String service, String rootPackage) {
        check(service, rootPackage, Path.of(""));
    }

    /**
     * Checks the rows of a module that cannot do it itself.
     *
     * @param module the folder of the module
     * @throws AssertionError naming everything that differs
     */
    public static void check(String service, String rootPackage, Path module) {
        Map<String, String> settings = TimeSettings.of(
                rootPackage, module.resolve("src").resolve("main").resolve("resources"));
        refuse(differences(rows(page()), service, settings));
    }

    /**
     * Checks that each value is less than those that its row says it is less than.
     *
     * @throws AssertionError naming everything that is not
     */
    public static void checkOrder() {
        refuse(disorder(rows(page())));
    }

    static List<String> differences(List<Row> rows, String service, Map<String, String> settings) {
        List<String> differences = new ArrayList<>();
        Map<String, Row> onPage = new TreeMap<>();
        rows.stream().filter(row -> row.service().equals(service)).forEach(row -> {
            if (onPage.put(row.setting(), row) != null) {
                differences.add(row.setting() + " has two rows");
            }
        });
        settings.forEach((setting, value) -> {
            Row row = onPage.remove(setting);
            if (row == null) {
                differences.add(setting + " (" + value + ") has no row of " + service);
            } else if (!isSame(row.value(), value)) {
                differences.add(setting + " is " + value + ", its row says " + row.value());
            }
        });
        onPage.keySet()
                .forEach(setting -> differences.add(setting + " has a row of " + service + " and is no setting"));
        return differences;
    }

    static List<String> disorder(List<Row> rows) {
        List<String> disorder = new ArrayList<>();
        for (Row row : rows) {
            for (String below : row.below()) {
                Matcher reference = BELOW.matcher(below);
                if (!reference.matches()) {
                    disorder.add(row + ": '" + below + "' is no setting");
                    continue;
                }
                String service = Optional.ofNullable(reference.group(1)).orElse(row.service());
                Optional<Row> larger = rows.stream()
                        .filter(other -> other.service().equals(service)
                                && other.setting().equals(reference.group(2)))
                        .findFirst();
                if (larger.isEmpty()) {
                    disorder.add(row + ": " + below + " has no row of " + service);
                } else if (duration(row.value()).compareTo(duration(larger.get().value())) >= 0) {
                    disorder.add(row + " is not less than " + larger.get());
                }
            }
        }
        return disorder;
    }

    static List<Row> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| service "))
                .map(TimeoutTable::row)
                .toList();
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(
                        line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
        if (cells.size() != COLUMNS) {
            throw new AssertionError("not a row of " + PAGE + ": " + line);
        }
        Matcher setting = SETTING.matcher(cells.get(2));
        if (!setting.matches()) {
            throw new AssertionError("not a setting between back-quotes: " + cells.get(2));
        }
        List<String> below = cells.get(5).equals("–")
                ? List.of()
                : Arrays.stream(cells.get(5).split(", ", -1)).toList();
        return new Row(cells.get(0), setting.group(1), cells.get(3), below);
    }

    private static boolean isSame(String row, String setting) {
        return (TimeSettings.isDuration(row) && TimeSettings.isDuration(setting))
                ? duration(row).equals(duration(setting))
                : row.equals(setting);
    }

    private static Duration duration(String value) {
        if (!TimeSettings.isDuration(value)) {
            throw new AssertionError(value + " is no duration, so nothing can be less than it");
        }
        return DurationStyle.detectAndParse(value);
    }

    private static void refuse(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new AssertionError(PAGE + " and the settings differ:\n  " + String.join("\n  ", differences));
        }
    }

    private static String page() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path page = folder.resolve(PAGE);
            if (Files.exists(page)) {
                try {
                    return Files.readString(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException(
                PAGE + " is in no folder above " + Path.of("").toAbsolutePath());
    }

    /**
     * A row of the table.
     *
     * @param below the settings than which the value must be less
     */
    record Row(String service, String setting, String value, List<String> below) {

        Row {
            below = List.copyOf(below);
        }

        @Override
        public String toString() {
            return service + " " + setting + " (" + value + ")";
        }
    }
}
