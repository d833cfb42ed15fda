package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many branches of a standard the generated persons reach: its rules, which decide, and the sides of the {@code &&} and
 * {@code ||} of its conditions, which settle those.
 *
 * @param all how many there are
 */
record Branches(int all, List<Unreached> unreached) {

    Branches {
        unreached = unreached.stream()
                .sorted(Comparator.comparing((Unreached branch) -> branch.at().file())
                        .thenComparingInt(branch -> branch.at().line())
                        .thenComparing(Unreached::what))
                .toList();
    }

    /** A branch that nobody reaches, and why. */
    record Unreached(Place at, String what, String why) {}

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(all - unreached.size() + " of " + all + " branches reached");
        unreached.forEach(
                branch -> lines.add("  not reached: " + branch.at() + ": " + branch.what() + ", " + branch.why()));
        return lines;
    }
}
