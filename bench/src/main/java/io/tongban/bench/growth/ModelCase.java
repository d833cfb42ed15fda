package io.tongban.bench.growth;

import io.tongban.platform.crypto.FieldEncryption;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of one case that went through the gateway, opened, as a mould for others. */
final class ModelCase {

    private static final Pattern COLUMN = Pattern.compile("\\{([a-z_]+)}");

    private final Map<CopiedTable, List<ModelRow>> rows = new LinkedHashMap<>();

    /**
     * Reads a case.
     *
     * @param connections by database
     * @param encryption of the service that has the database
     */
    static ModelCase read(Map<String, Connection> connections, Map<String, FieldEncryption> encryption, Names names)
            throws SQLException {
        ModelCase model = new ModelCase();
        for (CopiedTable table : CopiedTable.ALL) {
            FieldEncryption sealed = encryption.get(table.database());
            Connection connection = connections.get(table.database());
            if (sealed == null || connection == null) {
                throw new IllegalStateException("nothing is known of the database " + table.database());
            }
            model.rows.put(table, rows(connection, sealed, table, names));
        }
        return model;
    }

    List<ModelRow> rows(CopiedTable table) {
        return rows.getOrDefault(table, List.of());
    }

    private static List<ModelRow> rows(
            Connection connection, FieldEncryption encryption, CopiedTable table, Names names) throws SQLException {
        String order = table.name().equals(CopiedTable.LEDGER) || table.name().equals(CopiedTable.HEADS)
                ? " order by seq"
                : "";
        try (PreparedStatement statement = connection.prepareStatement(
                "select * from " + table.name() + " where " + table.key() + " = ?::uuid" + order)) {
            statement.setString(1, names.of(table.keyOf()));
            try (ResultSet row = statement.executeQuery()) {
                List<ModelRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row(row, encryption, table, names));
                }
                return rows;
            }
        }
    }

    private static ModelRow row(ResultSet row, FieldEncryption encryption, CopiedTable table, Names names)
            throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            texts.put(columns.getColumnName(column), row.getString(column));
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable String> text : texts.entrySet()) {
            String column = text.getKey();
            if (text.getValue() == null) {
                cells.put(column, Cell.NOTHING);
                continue;
            }
            String large = table.large().get(column);
            String small = table.small().get(column);
            if (large == null && small == null) {
                cells.put(column, new Cell.Open(Template.of(text.getValue(), names)));
                continue;
            }
            String context = context(large == null ? String.valueOf(small) : large, texts);
            byte[] cipher = cipher(row, column);
            byte[] plain =
                    large == null ? encryption.decrypt(cipher, context) : encryption.decryptLarge(cipher, context);
            cells.put(
                    column,
                    new Cell.Sealed(
                            Template.of(new String(plain, StandardCharsets.ISO_8859_1), names),
                            Template.of(context, names),
                            large != null,
                            row.getObject(column) instanceof Array));
        }
        return new ModelRow(cells);
    }

    private static byte[] cipher(ResultSet row, String column) throws SQLException {
        if (row.getObject(column) instanceof Array array) {
            return ((byte[][]) array.getArray())[0];
        }
        return row.getBytes(column);
    }

    private static String context(String pattern, Map<String, @Nullable String> texts) {
        return COLUMN.matcher(pattern)
                .replaceAll(column -> Matcher.quoteReplacement(String.valueOf(texts.get(column.group(1)))));
    }

    /** The values of a row by column, in the order of the table. */
    record ModelRow(Map<String, Cell> cells) {}

    /** One value of a row. */
    sealed interface Cell {

        Cell NOTHING = new Nothing();

        /** NULL. */
        record Nothing() implements Cell {}

        /** A value that anybody can read. */
        record Open(Template text) implements Cell {}

        /**
         * A value that is encrypted.
         *
         * @param plain byte by byte as ISO 8859-1, in which names of ASCII are found too
         * @param isArray whether it is the one element of an array
         */
        record Sealed(Template plain, Template context, boolean large, boolean isArray) implements Cell {}
    }
}
