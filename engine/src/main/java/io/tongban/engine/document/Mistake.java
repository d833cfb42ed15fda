package io.tongban.engine.document;

/** What is wrong at one place of a document, and what to do. */
public record Mistake(String file, int line, String problem, String remedy) {

    @Override
    public String toString() {
        return (line == Place.NO_LINE ? file : file + ":" + line) + ": " + problem + "\n  remedy: " + remedy;
    }
}
