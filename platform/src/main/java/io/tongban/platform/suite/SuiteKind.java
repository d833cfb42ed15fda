package io.tongban.platform.suite;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of case suites: calls rules as pure functions and compares what they give with what a case expects.
 *
 * <p>A service names its kinds in {@code suite-kinds.properties} on its class path, one line {@code KIND=CLASS} for each; the
 * class has a constructor without arguments.
 */
public interface SuiteKind {

    /**
     * Runs one case.
     *
     * @param suite the members of the whole document, for what it says for all cases: texts, numbers ({@code Integer}, {@code
     *     Long}, {@code BigInteger}, {@code Double}), flags, lists and maps; a date is a text
     * @param suiteCase the members of the case; those of the whole document where it has no member {@code cases}
     * @return each difference as one line, empty when everything is as expected
     * @throws RuntimeException if the case cannot be run; the message is printed as its difference
     */
    List<String> differences(Map<String, @Nullable Object> suite, Map<String, @Nullable Object> suiteCase);

    /** The member of the document whose elements are the cases. */
    default String cases() {
        return "cases";
    }
}
