package io.tongban.platform.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that needs no service: the sum of numbers, from a figure that the suite gives for all cases. */
public final class SumSuite implements SuiteKind {

    @Override
    public List<String> differences(Map<String, @Nullable Object> suite, Map<String, @Nullable Object> suiteCase) {
        int sum = (Integer) Objects.requireNonNull(suite.getOrDefault("from", 0));
        for (Object number : (List<?>) Objects.requireNonNull(suiteCase.get("numbers"), "numbers")) {
            sum += (Integer) number;
        }
        List<String> differences = new ArrayList<>();
        if (!Objects.equals(suiteCase.get("expect"), sum)) {
            differences.add("sum: expected " + suiteCase.get("expect") + ", was " + sum);
        }
        return differences;
    }
}
