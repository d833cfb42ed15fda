package io.tongban.engine.command;

import io.tongban.engine.comparison.LowerLayer;
import io.tongban.engine.comparison.VersionFinder;
import io.tongban.engine.comparison.lint.Finding;
import io.tongban.engine.comparison.lint.Linter;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.StandardsLibrary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code standards lint}: what in a standard has no effect or no footing. */
@Command(
        name = "lint",
        description = {
            "Finds criteria that are always or never met, rules that never decide, texts missing in a language, and what is"
                    + " named and never used or cited and not in force. Notes are worth knowing and no flaws.",
            "Ends with 0 when there is no flaw, else with 1."
        })
final class LintCommand implements Callable<Integer> {

    private static final int PERSONS = 3000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private WithinOption within;

    @Parameters(
            arity = "0..*",
            paramLabel = "ITEM VERSION | FILE",
            description =
                    "what to look at: files, or items each with a version; all of the library where nothing is named")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--persons",
            paramLabel = "NUMBER",
            defaultValue = "" + PERSONS,
            description = "so many persons are tried for each criterion of each route (default: ${DEFAULT-VALUE})")
    private int persons;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (persons < 1) {
            throw new ParameterException(spec.commandLine(), "--persons must be at least 1");
        }
        StandardsLibrary library = standards.library(
                names.stream().filter(VersionFinder::isFile).map(Path::of).toList());
        List<DocumentNode> known = library.documents();
        Linter linter = new Linter(library::kept, persons, within.deadline());
        for (DocumentNode document : named(known)) {
            linter.look(document, LowerLayer.of(document, known).orElse(null));
        }
        List<Finding> findings = linter.findings();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(out::println);
        linter.reports().forEach(report -> report.lines().forEach(out::println));
        long flaws = findings.stream()
                .filter(finding -> finding.weight() == Finding.Weight.FLAW)
                .count();
        out.println(flaws + " flaws, " + (findings.size() - flaws) + " notes");
        return flaws == 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    private List<DocumentNode> named(List<DocumentNode> known) {
        if (names.isEmpty()) {
            return known.stream()
                    .filter(document -> !LowerLayer.isOnlyThat(document))
                    .toList();
        }
        List<DocumentNode> named = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (VersionFinder.isFile(names.get(i))) {
                named.add(VersionFinder.read(Path.of(names.get(i))));
            } else {
                named.add(version(known, names.get(i), i + 1 < names.size() ? names.get(i + 1) : null));
                i++;
            }
        }
        return named;
    }

    private DocumentNode version(List<DocumentNode> known, String item, @Nullable String version) {
        Optional<DocumentNode> found = known.stream()
                .filter(document -> document.get("item").text().equals(item)
                        && document.get("version").text().equals(version))
                .findFirst();
        return found.orElseThrow(() -> new ParameterException(
                spec.commandLine(),
                version == null
                        ? "'" + item + "' names no file and no version: write a file, or an item and its version"
                        : "there is no " + item + " " + version + "; there are "
                                + known.stream()
                                        .map(document -> document.get("item").text() + " "
                                                + document.get("version").text())
                                        .collect(Collectors.joining(", "))));
    }
}
