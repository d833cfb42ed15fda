package io.tongban.engine.command;

import io.tongban.engine.document.TextFile;
import io.tongban.engine.suite.SuiteRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code standards test}: runs case suites and prints every difference. */
@Command(name = "test", description = "Runs case suites and prints every difference.")
public final class TestCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private WithinOption within;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE_OR_FOLDER",
            description = "a case suite, or a folder in which every YAML file with 'standard' or 'cases' is one")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Path> paths;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SuiteRunner runner = new SuiteRunner(standards.library(paths).standards(), within.deadline(), out);
        boolean readable = true;
        for (Path path : paths) {
            try {
                List<Path> suites = suites(path);
                for (Path file : suites) {
                    readable &= runner.run(file);
                }
                if (suites.isEmpty()) {
                    out.println(path + ": there is no suite of assessments in this folder");
                    readable = false;
                }
            } catch (IOException unreadable) {
                out.println(path + ": cannot be read: " + TextFile.reason(path, unreadable));
                readable = false;
            } catch (UncheckedIOException unreadable) { // a folder below it
                out.println(path + ": cannot be read: " + unreadable.getMessage());
                readable = false;
            }
        }
        out.println(runner.passed() + " passed, " + runner.failed() + " failed");
        if (!readable) {
            return ExitCode.UNUSABLE;
        }
        return runner.failed() == 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    private static List<Path> suites(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.isReadable(path)) {
                throw new NoSuchFileException(path.toString());
            }
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(SuiteRunner::isSuite)
                    .sorted()
                    .toList();
        }
    }
}
