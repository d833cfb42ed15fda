package io.tongban.engine.library;

import io.tongban.engine.document.DocumentNode;

/** The smallest and the largest that a number may be, written {@code 1..12}. */
record Bounds(int smallest, int largest) {

    boolean hold(Bounds other) {
        return other.smallest >= smallest && other.largest <= largest;
    }

    static Bounds read(DocumentNode node) {
        String[] ends = node.text().split("\\.\\.", -1);
        if (ends.length != 2 || !ends[0].matches("\\d{1,6}") || !ends[1].matches("\\d{1,6}")) {
            throw node.invalid(
                    "'" + node.text() + "' says no bounds",
                    "write 1..12 for a number, [a, b] for a word, {each: [a, b]} for a set, areas for areas");
        }
        return new Bounds(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
}
