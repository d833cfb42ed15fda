package io.tongban.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.engine.EngineCommand;
import io.tongban.engine.comparison.LowerLayer;
import io.tongban.engine.comparison.VersionFinder;
import io.tongban.engine.comparison.diff.Difference;
import io.tongban.engine.comparison.lint.Linter;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.guide.GuideForm;
import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.guide.Guides;
import io.tongban.engine.guide.Surroundings;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.suite.Suite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that may be long looks at its deadline while it goes on, and ends soon after. */
class DeadlineTests {

    private static final StandardsLibrary LIBRARY = StandardsLibrary.builtIn();

    @Test
    void aSuiteEndsAtTheCaseThatItWouldBeginTooLate() {
        Suite suite = Suite.read(DocumentNode.read("borders.yaml", """
                standard: residence-permit
                version: R1
                route: employment
                cases:
                - {id: A, appliedOn: "2017-05-08", expect: {outcome: INCOMPLETE}}
                - {id: B, appliedOn: "2017-05-08", expect: {outcome: INCOMPLETE}}
                - {id: C, appliedOn: "2017-05-08", expect: {outcome: INCOMPLETE}}
                """));

        DeadlinePassed passed = endsSoonAfter(2, deadline -> suite.run(LIBRARY.standards(), deadline));

        assertThat(passed.at()).isEqualTo("borders.yaml:7");
        assertThat(suite.run(LIBRARY.standards(), new AfterLooks(3)).cases()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 500}) // at once, while the best person is sought, while persons are compared
    void aComparisonEnds(int looks) {
        VersionFinder finder = new VersionFinder(LIBRARY);

        endsSoonAfter(
                looks,
                deadline -> Difference.between(
                        finder.version("residence-permit", "R1"),
                        finder.version("residence-permit", "R2"),
                        500,
                        deadline));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 1000})
    void aLintEnds(int looks) {
        DocumentNode document = LIBRARY.documents().stream()
                .filter(known -> known.get("version").text().equals("R1"))
                .findFirst()
                .orElseThrow();

        endsSoonAfter(
                looks,
                deadline -> new Linter(LIBRARY::kept, 500, deadline)
                        .look(
                                document,
                                LowerLayer.of(document, LIBRARY.documents()).orElse(null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100}) // before the page is made, when its first line is set, in the middle of it
    void aPrintEnds(int looks) {
        Guides guides = new Guides(new Surroundings("", LIBRARY.remedy()));

        endsSoonAfter(
                looks,
                deadline -> guides.write(
                        LIBRARY.standards().version("residence-permit", "R1"),
                        GuideForm.PDF,
                        GuideLanguage.ZH,
                        deadline));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test ../standards/residence-permit/cases/borders.yaml",
                "diff R1 R2",
                "lint residence-permit R1",
                "guide residence-permit R1"
            })
    void theCommandLineGivesUpOnlyWhenItIsTold(String command) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);

        int exit = EngineCommand.run(out, out, ("standards " + command + " --within 0").split(" ", -1));

        assertThat(exit).isEqualTo(2);
        assertThat(printed.toString()).contains("it takes too long: given up at ");
    }

    private static DeadlinePassed endsSoonAfter(int looks, Work work) {
        AfterLooks deadline = new AfterLooks(looks);
        ThrowingCallable done = () -> work.until(deadline);
        DeadlinePassed passed = catchThrowableOfType(DeadlinePassed.class, done);
        assertThat(passed).as("given up after %d looks", looks).isNotNull();
        assertThat(deadline.looks.get())
                .as("each piece of work that is done side by side looks once more")
                .isBetween(looks + 1, looks + 1 + 8 * Runtime.getRuntime().availableProcessors());
        return passed;
    }

    @FunctionalInterface
    private interface Work {
        void until(Deadline deadline);
    }

    /** Passed once it was looked at so often. */
    private static final class AfterLooks implements Deadline {

        private final int most;
        private final AtomicInteger looks = new AtomicInteger();

        AfterLooks(int most) {
            this.most = most;
        }

        @Override
        public boolean isPassed() {
            return looks.incrementAndGet() > most;
        }
    }
}
