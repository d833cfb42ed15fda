package io.tongban.engine.comparison.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two versions write differently.
 *
 * @param path the keys that lead to it, from the document's root
 * @param before null: it is new
 * @param after null: it was taken out
 */
public record Change(
        List<String> path,
        @Nullable String before,
        @Nullable String after) {

    private static final List<String> SAID_ONLY = List.of("name", "texts", "basis", "basisOf", "figures");

    public Change {
        path = List.copyOf(path);
    }

    boolean isOfCriterion() {
        return path.size() > 1 && path.getFirst().equals("criteria");
    }

    String criterion() {
        return path.get(1);
    }

    /** It changes what a criterion says, or where it comes from, and not what it decides. */
    boolean isOfWordsOnly() {
        return isOfCriterion() && path.size() > 2 && SAID_ONLY.contains(path.get(2));
    }
}
