package io.tongban.engine.comparison.diff;

import java.util.stream.Collectors;

/** The persons of a difference as a case suite, each once for each version. */
public final class DifferenceSuite {

    private DifferenceSuite() {}

    public static String of(Difference difference) {
        String cases = difference.witnesses().stream()
                .flatMap(witness -> WitnessCase.of(witness).stream())
                .collect(Collectors.joining("\n"));
        return "# Persons whom " + difference.before().standard().version() + " and "
                + difference.after().standard().version() + " treat differently.\n"
                + "standard: " + difference.before().standard().item() + "\n"
                + (cases.isEmpty() ? "cases: []\n" : "cases:\n" + cases + "\n");
    }
}
