package io.tongban.deploy.hole;

import io.tongban.platform.cli.Console;
import io.tongban.platform.cli.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the known holes; it asks no network. */
@Command(
        name = "./tongban holes",
        synopsisSubcommandLabel = "COMMAND",
        description = "Compares what is delivered with the list of known holes.")
public final class HolesCommand {

    /** Two months: long enough for a city's own rhythm of updates, short enough to be noticed. */
    private static final String OLD = "60";

    private final Path root;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    HolesCommand(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("tongban.root", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(Console.run(new HolesCommand(root, Clock.system(ZoneId.systemDefault())), arguments));
    }

    @Command(
            description = "Looks for known holes in bills of materials, services' jars, distributions and folders.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:no hole is open",
                "1:one is, or an exception has expired",
                "2:something that was named cannot be used"
            })
    int check(
            @Option(
                            names = "--list",
                            paramLabel = "DIR",
                            description = "the list; deploy/known-holes where it is not given")
                    @Nullable
                    Path list,
            @Option(
                            names = "--old-after",
                            paramLabel = "DAYS",
                            defaultValue = OLD,
                            description = "warns of a list that is older; ${DEFAULT-VALUE} where it is not given")
                    int oldAfter,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "WHAT",
                            description =
                                    "a .cdx.json, a service's .jar, a .tar.gz or .zip with jars, a folder with jars,"
                                            + " a list of maven-dependency-plugin (.txt);"
                                            + " what was built here where none is given")
                    @Nullable
                    List<Path> what)
            throws IOException {
        HoleList holes = new HoleFiles(list == null ? ownList() : list).read();
        Inventory inventory = inventory(what);
        LocalDate today = LocalDate.now(clock);
        List<Finding> findings = holes.search(inventory);
        PrintWriter out = out();
        findings.forEach(
                finding -> out.println((finding.isOpenOn(today) ? "OPEN      " : "excepted  ") + finding.described()));
        long open = findings.stream().filter(finding -> finding.isOpenOn(today)).count();
        out.printf(
                "%d components, %d known holes as of %s: %d open, %d excepted%n",
                inventory.components().size(), holes.holes().size(), holes.dated(), open, findings.size() - open);
        if (!inventory.unidentified().isEmpty()) {
            out.println(
                    "not compared, because nothing says what they are: " + String.join(", ", inventory.unidentified()));
        }
        if (holes.daysOldOn(today) > oldAfter) {
            err().println("WARNING: the list is " + holes.daysOldOn(today) + " days old; holes that became known since"
                    + " are not in it. docs/operations/known-holes.md says how it is brought up to date.");
        }
        return open == 0 ? 0 : 1;
    }

    @Command(
            description = "Takes the records of our components from an export of OSV's Maven records (a .zip).",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the list is up to date", "2:something that was named cannot be used"})
    int take(
            @Option(
                            names = "--list",
                            paramLabel = "DIR",
                            description = "the list; deploy/known-holes where it is not given")
                    @Nullable
                    Path list,
            @Option(names = "--dated", paramLabel = "DAY", required = true, description = "the day of the export")
                    LocalDate dated,
            @Parameters(paramLabel = "EXPORT", description = "the .zip with one record a file") Path export,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "WHAT",
                            description = "whose components are meant; what was built here where none is given")
                    @Nullable
                    List<Path> what)
            throws IOException {
        if (dated.isAfter(LocalDate.now(clock))) {
            throw new Unusable(dated + " is still to come", "name the day on which the export was made");
        }
        OsvExport.Taken taken = new OsvExport(export)
                .takeInto(
                        new HoleFiles(list == null ? ownList() : list),
                        inventory(what).components(),
                        dated);
        out().printf("%d records taken, %d of them new%n", taken.records(), taken.added());
        return 0;
    }

    private Path ownList() {
        return root.resolve("deploy/known-holes");
    }

    private Inventory inventory(@Nullable List<Path> what) throws IOException {
        Inventory inventory = new Inventory();
        for (Path place : what == null || what.isEmpty() ? built(root) : what) {
            inventory.add(place);
        }
        return inventory;
    }

    /** What the build made or ran: its bills of materials, lists of libraries and plugins, and Keycloak's distribution. */
    static List<Path> built(Path root) throws IOException {
        List<Path> built = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Stream.of("classes/META-INF/sbom/application.cdx.json", "libraries.txt", "plugins.txt")
                        .map(name -> module.resolve("target").resolve(name))
                        .filter(Files::isRegularFile)
                        .forEach(built::add);
            }
        }
        Path keycloak = root.resolve("sandbox/target/keycloak");
        if (built.isEmpty() || !Files.isDirectory(keycloak)) {
            throw new Unusable("nothing is built here", "build it (./mvnw -DskipTests package), or name what is meant");
        }
        try (Stream<Path> distributions = Files.list(keycloak)) {
            distributions
                    .filter(file -> file.toString().endsWith(".tar.gz"))
                    .max(Comparator.comparing(
                            Path::toString)) // an earlier build may have left others that nothing runs
                    .ifPresent(built::add);
        }
        return built;
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it before a command runs")
                .commandLine();
    }
}
