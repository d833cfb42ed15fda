package io.tongban.engine.command;

import io.tongban.engine.comparison.VersionFinder;
import io.tongban.engine.comparison.diff.Difference;
import io.tongban.engine.comparison.diff.DifferenceJson;
import io.tongban.engine.comparison.diff.DifferenceSuite;
import io.tongban.engine.comparison.diff.DifferenceText;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.TextFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code standards diff}: what two versions write differently, and for each changed criterion a person. */
@Command(
        name = "diff",
        description = {
            "Prints what two versions of an item write differently and, for each changed criterion, a person who is treated"
                    + " differently, with both assessments.",
            "Ends with 0 when nothing is written differently, else with 1."
        })
final class DiffCommand implements Callable<Integer> {

    private static final int PERSONS = 4000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private WithinOption within;

    @Parameters(
            arity = "0..*",
            paramLabel = "[ITEM] A B",
            hideParamSyntax = true,
            description =
                    "two versions, such as R1 and R2, the older first, or files of versions that are not published;"
                            + " before them the item, where several have such versions")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--persons",
            paramLabel = "NUMBER",
            defaultValue = "" + PERSONS,
            description = "so many persons are tried for each criterion (default: ${DEFAULT-VALUE})")
    private int persons;

    @Option(names = "--json", description = "prints JSON for machines")
    private boolean json;

    @Option(
            names = "--suite",
            paramLabel = "FILE",
            description = "writes the persons found as a case suite for 'standards test'")
    private @Nullable Path suite;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (persons < 1) {
            throw new ParameterException(spec.commandLine(), "--persons must be at least 1");
        }
        if (names.size() < 2 || names.size() > 3) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name two versions or files, and before them their item where several have such versions");
        }
        VersionFinder finder = new VersionFinder(standards.library(
                names.stream().filter(VersionFinder::isFile).map(Path::of).toList()));
        Version before = version(finder, names.get(names.size() - 2));
        Version after = version(finder, names.getLast());
        if (!before.standard().item().equals(after.standard().item())) {
            throw new ParameterException(
                    spec.commandLine(),
                    before.standard().item() + " and " + after.standard().item()
                            + " are two items: nothing to compare");
        }
        Difference difference = Difference.between(before, after, persons, within.deadline());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(DifferenceJson.of(difference));
        } else {
            out.println(files(before));
            out.println(files(after));
            new DifferenceText(difference, out).print();
        }
        if (suite != null) {
            TextFile.write(suite, DifferenceSuite.of(difference));
        }
        return difference.isNone() ? ExitCode.OK : ExitCode.FOUND;
    }

    /** The file of the version, and those that it lies on. */
    private static String files(Version version) {
        DocumentNode root = version.document();
        return version.standard().version() + ": "
                + Stream.concat(Stream.of(root), root.members().values().stream())
                        .map(DocumentNode::file)
                        .distinct()
                        .collect(Collectors.joining(" on "));
    }

    private Version version(VersionFinder finder, String name) {
        return VersionFinder.isFile(name) ? finder.inFile(Path.of(name)) : finder.version(itemOf(finder, name), name);
    }

    private String itemOf(VersionFinder finder, String version) {
        if (names.size() > 2) {
            return names.getFirst();
        }
        List<String> candidates = finder.itemsWith(version);
        if (candidates.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    candidates.isEmpty()
                            ? "there is no version " + version + " of any item; there are "
                                    + String.join(", ", finder.names())
                            : "several items have a version " + version + ": put one of "
                                    + String.join(", ", candidates) + " before it");
        }
        return candidates.getFirst();
    }
}
