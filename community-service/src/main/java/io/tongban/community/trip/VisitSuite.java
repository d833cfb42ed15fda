package io.tongban.community.trip;

import io.tongban.platform.suite.SuiteKind;
import io.tongban.platform.suite.SuiteMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suites {@code visits}: what visits, tickets and looks tell of a chain, and the trips and causes that follow. */
public final class VisitSuite implements SuiteKind {

    @Override
    public List<String> differences(Map<String, @Nullable Object> suite, Map<String, @Nullable Object> suiteCase) {
        SuiteMembers given = SuiteMembers.of(suiteCase);
        for (String forReaders : List.of("id", "title", "why", "result")) {
            given.find(forReaders);
        }
        Trips trips = new VisitCase().trips(given);
        SuiteMembers expected = given.expected();
        given.refuseOthers();

        List<String> differences = new ArrayList<>();
        compare(differences, expected, "visits", trips.visits());
        compare(differences, expected, "visitsToResult", trips.visitsToResult());
        compare(
                differences,
                expected,
                "causes",
                trips.causes().stream().map(cause -> cause.kind().name()).toList());
        compare(differences, expected, "avoidable", trips.avoidable());
        expected.refuseOthers();
        return differences;
    }

    private static void compare(List<String> differences, SuiteMembers expected, String key, Object actual) {
        expected.find(key)
                .filter(value -> !value.equals(actual))
                .ifPresent(value -> differences.add(key + ": expected " + value + ", was " + actual));
    }
}
