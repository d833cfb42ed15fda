package io.tongban.engine.suite;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Extent;
import io.tongban.engine.document.TextFile;
import io.tongban.engine.library.Standards;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Runs suites, prints what differs, and counts. */
public final class SuiteRunner {

    /** A suite whose list of cases is misspelt is one too, and is refused when it is run. */
    private static final Pattern SUITE = Pattern.compile("(?m)^(cases|standard)[ \t]*:");

    private static final Pattern OF_ANOTHER_KIND =
            Pattern.compile("(?m)^suite[ \t]*:(?![ \t]*[\"']?assessments[\"']?[ \t]*(#.*)?$)");

    private final Standards standards;
    private final Deadline deadline;
    private final PrintWriter out;
    private int passed;
    private int failed;

    public SuiteRunner(Standards standards, Deadline deadline, PrintWriter out) {
        this.standards = standards;
        this.deadline = deadline;
        this.out = out;
    }

    public int passed() {
        return passed;
    }

    public int failed() {
        return failed;
    }

    /** A folder may hold standards and suites of other kinds too. */
    public static boolean isSuite(Path file) {
        try {
            String text = Files.readString(file);
            return SUITE.matcher(text).find() && !OF_ANOTHER_KIND.matcher(text).find();
        } catch (IOException unreadable) {
            return true; // is said when it is run
        }
    }

    /** False if the file is no suite; then none of it ran. */
    public boolean run(Path file) {
        SuiteOutcome outcome;
        try {
            outcome = Suite.read(DocumentNode.read(file.toString(), TextFile.read(file), Extent.SUITE))
                    .run(standards, deadline);
        } catch (DocumentInvalid refused) {
            out.println(refused.getMessage());
            return false;
        } catch (UncheckedIOException unreadable) {
            out.println(unreadable.getMessage());
            return false;
        }
        outcome.failures().forEach(this::print);
        passed += outcome.passed();
        failed += outcome.failed();
        out.println(file + ": " + outcome.passed() + " of " + outcome.cases() + " as expected");
        return true;
    }

    private void print(FailedCase failure) {
        out.println("FAILED " + failure.file() + ":" + failure.line() + " " + failure.title());
        failure.differences().forEach(difference -> out.println("  " + difference));
    }
}
