package io.tongban.engine.document;

/**
 * One key of a map in a document.
 *
 * @param required whether the map is wrong without it
 * @param says what stands there, for editors: one sentence
 */
public record Key(String name, Shape shape, boolean required, String says) {

    public static Key required(String name, Shape shape, String says) {
        return new Key(name, shape, true, says);
    }

    public static Key optional(String name, Shape shape, String says) {
        return new Key(name, shape, false, says);
    }

    /** The same, and the map is right without it. */
    Key leftOut() {
        return new Key(name, shape, false, says);
    }
}
