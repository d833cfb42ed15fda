package io.tongban.engine.document;

/**
 * Where a value of a document stands.
 *
 * @param path the keys that lead to it from the document's root; the empty word for the root
 */
public record Place(String file, int line, String path) {

    Place inside(String step, int at) {
        return new Place(file, at, path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step);
    }

    /** The file and its line, as an editor opens it. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
