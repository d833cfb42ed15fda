package io.tongban.permit.casefile.suite;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.engine.suite.Differences;
import io.tongban.platform.suite.SuiteKind;
import io.tongban.platform.suite.SuiteMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Suites {@code limits}: the days of a case or a permit, and the limits that follow from them on the built-in calendar. */
public final class LimitSuite implements SuiteKind {

    private final WorkingCalendar calendar = StandardsLibrary.builtIn().calendar();

    @Override
    public List<String> differences(Map<String, @Nullable Object> suite, Map<String, @Nullable Object> suiteCase) {
        SuiteMembers given = SuiteMembers.of(suiteCase);
        for (String forReaders : List.of("id", "title", "why")) {
            given.find(forReaders);
        }
        Map<String, @Nullable Object> was = given.find("permit").isPresent()
                ? new EndorsementSuiteCase(given, calendar).result()
                : new ClockSuiteCase(given, calendar).result();
        SuiteMembers expected = given.expected();
        given.refuseOthers();
        Differences differences = new Differences();
        differences.compareMembers(DocumentNode.of("expect", expected.asWritten()), was);
        return differences.lines();
    }
}
