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

    /** Whether a cell with this text says nothing: it is blank, or holds {@code null}, dashes or the like. */
    public static boolean saysNothing(String text) {
        return CellText.saysNothing(text);
    }

    @Override
    public String toString() {
        return "RawRow" + cells.keySet();
    }
}
