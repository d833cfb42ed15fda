package io.tongban.division;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A file with comma-separated values, none of which is quoted. */
record CsvFile(String name, List<Row> rows) {

    /** The fields of a line, and its number. */
    record Row(String file, int line, List<String> fields) {

        String get(int column) {
            return fields.get(column);
        }

        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(file + ":" + line + ": " + what);
        }
    }

    static CsvFile of(String name, String text, List<String> columns) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(String.join(",", columns))) {
            throw new IllegalArgumentException(name + ":1: the columns must be " + columns);
        }
        return new CsvFile(
                name,
                Stream.iterate(1, index -> index < lines.size(), index -> index + 1)
                        .map(index -> row(name, index + 1, lines.get(index), columns.size()))
                        .toList());
    }

    static CsvFile ofResource(String name, List<String> columns) {
        return of(name, resource(name), columns);
    }

    private static Row row(String name, int number, String line, int columns) {
        Row row = new Row(name, number, List.of(line.split(",", -1)));
        if (row.fields().size() != columns) {
            throw row.wrong("there are " + row.fields().size() + " fields instead of " + columns);
        }
        return row;
    }

    private static String resource(String name) {
        try (InputStream file = CsvFile.class.getResourceAsStream("/network/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
