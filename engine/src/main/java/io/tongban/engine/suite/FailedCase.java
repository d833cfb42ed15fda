package io.tongban.engine.suite;

import java.util.List;

/**
 * A case that did not come out as expected, with its place.
 *
 * @param title its id and title, as far as it has them
 */
public record FailedCase(String file, int line, String title, List<String> differences) {

    public FailedCase {
        differences = List.copyOf(differences);
    }
}
