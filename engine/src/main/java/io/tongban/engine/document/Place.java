package io.tongban.engine.document;

import org.jspecify.annotations.Nullable;

/**
 * Where a value of a document stands.
 *
 * @param outer the place of the map or list that the value is in; null: it is the document's root
 * @param step a key, or a position in brackets
 * @param length the length of the path
 */
public record Place(String file, int line, @Nullable Place outer, String step, int length) {

    /** The line of what stands in no file. */
    public static final int NO_LINE = 0;

    /** The root of a document, which begins in that line. */
    public static Place root(String file, int line) {
        return new Place(file, line, null, "", 0);
    }

    Place inside(String key, int at) {
        return new Place(file, at, this, key, length + 1 + key.length());
    }

    /** An item of a list, counted from 1. */
    Place item(int position, int at) {
        String bracketed = "[" + position + "]";
        return new Place(file, at, this, bracketed, length + bracketed.length());
    }

    /** The keys that lead to the value from the document's root; the empty word for the root. */
    public String path() {
        // Made only when it is said: a large document has millions of places.
        if (outer == null) {
            return "";
        }
        String before = outer.path();
        return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
    }

    /** The file and its line, as an editor opens it. */
    @Override
    public String toString() {
        return line == NO_LINE ? file : file + ":" + line;
    }
}
