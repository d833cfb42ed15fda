package io.tongban.engine.suite;

import java.util.List;

/** What a run of a suite came to. */
public record SuiteOutcome(int passed, List<FailedCase> failures) {

    public SuiteOutcome {
        failures = List.copyOf(failures);
    }

    public int failed() {
        return failures.size();
    }

    public int cases() {
        return passed + failed();
    }
}
