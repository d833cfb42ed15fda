package io.tongban.insurance.record;

import java.util.Map;

/** One row as the bureau wrote it: text by national field code. */
public record RawRow(Map<String, String> cells) {

    public RawRow {
        cells = Map.copyOf(cells);
    }

    /** The text of a field; empty when the row has no such field. */
    String text(String field) {
        return cells.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "RawRow" + cells.keySet();
    }
}
