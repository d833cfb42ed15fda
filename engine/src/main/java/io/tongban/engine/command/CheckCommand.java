package io.tongban.engine.command;

import io.tongban.engine.comparison.VersionFinder;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.SuiteRunner;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code standards check}: loads every standard of a library as a server would, and says what is in force when. */
@Command(
        name = "check",
        description = {
            "Loads every standard as a server would, with what lies beside them, and says what is in force when.",
            "Prints every mistake with file, line and remedy, and ends with 2, if there is one."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE_OR_FOLDER",
            description =
                    "whatever lies in the library that is to be checked; all of it is checked, and a standard that its"
                            + " index does not name as if it did")
    private List<Path> paths = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            StandardsLibrary library = standards.libraryOf(paths);
            List<Path> drafts = drafts(library);
            library.checked(drafts).all().forEach(standard -> print(standard, out));
            PrintWriter err = spec.commandLine().getErr();
            for (Path file : library.unlisted(drafts)) {
                err.println(file + ": not checked, since the index does not name it; name it here");
            }
            return ExitCode.OK;
        } catch (DocumentInvalid mistaken) {
            PrintWriter err = spec.commandLine().getErr();
            mistaken.mistakes().forEach(err::println);
            int count = mistaken.mistakes().size();
            err.println(count == 1 ? "1 mistake" : count + " mistakes");
            return ExitCode.UNUSABLE;
        }
    }

    /** The named standards that are not among those of the library yet. */
    private List<Path> drafts(StandardsLibrary library) {
        List<Path> drafts = paths.stream()
                .filter(path -> Files.isRegularFile(path) && VersionFinder.isFile(path.toString()))
                .filter(path -> !library.has(path))
                .toList();
        drafts.stream().filter(SuiteRunner::isSuite).findFirst().ifPresent(suite -> {
            throw new ParameterException(spec.commandLine(), suite + " is a case suite: run it with standards test");
        });
        return drafts;
    }

    private static void print(Standard standard, PrintWriter out) {
        out.printf(
                "%s %s  %s..%s  %s%n",
                standard.item(),
                standard.version(),
                standard.inForceFrom(),
                standard.inForceUntil() == null ? "" : standard.inForceUntil(),
                standard.digest());
    }
}
