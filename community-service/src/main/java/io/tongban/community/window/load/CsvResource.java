package io.tongban.community.window.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** A file of the class path with comma-separated values, none of which is quoted. */
record CsvResource(String name, List<String> columns) {

    /** One array a column, as {@code unnest} takes them. */
    String[][] read() {
        List<String> lines = text().lines().toList();
        if (!lines.getFirst().equals(String.join(",", columns))) {
            throw new IllegalStateException(name + " must have the columns " + columns);
        }
        String[][] values = new String[columns.size()][lines.size() - 1];
        for (int line = 1; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(",", -1);
            if (fields.length != columns.size()) {
                throw new IllegalStateException(
                        name + ":" + (line + 1) + " has " + fields.length + " fields instead of " + columns.size());
            }
            for (int column = 0; column < fields.length; column++) {
                values[column][line - 1] = fields[column];
            }
        }
        return values;
    }

    /** Lets Flyway see that a file was edited after its migration ran. */
    static int checksum(CsvResource... files) {
        CRC32 checksum = new CRC32();
        for (CsvResource file : files) {
            checksum.update(file.text().getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }

    private String text() {
        try (InputStream file = CsvResource.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
