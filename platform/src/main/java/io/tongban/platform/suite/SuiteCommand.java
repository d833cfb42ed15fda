package io.tongban.platform.suite;

import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code suites}: runs case suites of the service's own kinds through its rules, without the service. Exit codes: 0
 * everything is as expected, 1 a case is not, 2 a file cannot be used.
 */
@Command(
        name = "suites",
        description = "Runs case suites of the service's own kinds through its rules, without the service.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case is as expected",
            "1:cases are not as expected",
            "2:something that was named cannot be used"
        })
public final class SuiteCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final Pattern SUITE = Pattern.compile("(?m)^suite[ \t]*:");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE_OR_FOLDER",
            description = "a suite, or a folder in which every YAML file with 'suite' is one")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> paths;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private int passed;
    private int failed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SuiteKinds kinds = SuiteKinds.of(Thread.currentThread().getContextClassLoader());
        boolean usable = true;
        for (Path path : paths) {
            try {
                List<Path> files = files(path);
                if (files.isEmpty()) {
                    throw new Unusable("there is no suite in " + path, "name a file or folder with suites");
                }
                for (Path file : files) {
                    usable &= run(file, kinds, out);
                }
            } catch (Unusable refused) {
                out.println(refused.getMessage());
                usable = false;
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        if (!usable) {
            return UNUSABLE;
        }
        return failed == 0 ? 0 : FAILED;
    }

    /** False if the file is no suite of a kind that is here; then none of it ran. */
    private boolean run(Path file, SuiteKinds kinds, PrintWriter out) {
        try {
            SuiteFile suite = SuiteFile.read(file);
            SuiteKind kind = kinds.find(suite.kind())
                    .orElseThrow(() -> new Unusable(
                            file + ": no suites of the kind '" + suite.kind() + "' are run here",
                            kinds.names().isEmpty()
                                    ? "run it with ./tongban suites"
                                    : "those that are: " + String.join(", ", kinds.names())));
            List<SuiteFile.Case> cases = suite.cases(file, kind.cases());
            int before = failed;
            for (SuiteFile.Case suiteCase : cases) {
                List<String> differences = differences(kind, suite.members(), suiteCase);
                if (differences.isEmpty()) {
                    passed++;
                } else {
                    failed++;
                    out.println("FAILED " + file + ":" + suiteCase.line() + " " + suiteCase.title());
                    differences.forEach(difference -> out.println("  " + difference));
                }
            }
            out.println(file + ": " + (cases.size() - (failed - before)) + " of " + cases.size() + " as expected");
            return true;
        } catch (Unusable refused) {
            out.println(refused.getMessage());
            return false;
        }
    }

    private static List<String> differences(
            SuiteKind kind, Map<String, @Nullable Object> suite, SuiteFile.Case suiteCase) {
        try {
            return kind.differences(suite, suiteCase.members());
        } catch (RuntimeException cannotBeRun) { // the other cases are run too
            return List.of("cannot be run: " + Objects.toString(cannotBeRun.getMessage(), cannotBeRun.toString()));
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(SuiteCommand::isSuite)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw unreadable(path, failure);
        } catch (UncheckedIOException below) {
            throw unreadable(path, Objects.requireNonNull(below.getCause()));
        }
    }

    private static Unusable unreadable(Path folder, IOException failure) {
        return new Unusable(
                folder + " cannot be read (" + Unusable.reason(failure) + ")", "name a folder that can be read");
    }

    private static boolean isSuite(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> SUITE.matcher(line).find());
        } catch (IOException | UncheckedIOException unreadable) {
            return true; // is said when it is run
        }
    }
}
