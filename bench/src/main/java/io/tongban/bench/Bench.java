package io.tongban.bench;

import io.tongban.bench.assessment.MeasureAssessment;
import io.tongban.bench.fault.MeasureFaults;
import io.tongban.bench.gateway.MeasureFlood;
import io.tongban.bench.gateway.MeasureGateway;
import io.tongban.bench.gateway.MeasureSpike;
import io.tongban.bench.growth.MeasureGrowth;
import io.tongban.bench.lifecycle.MeasureLifecycle;
import io.tongban.bench.read.MeasureRead;
import io.tongban.bench.result.Measurement;
import io.tongban.bench.result.Report;
import io.tongban.bench.start.MeasureStart;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run}: one measurement at a time. */
@Command(
        name = "bench/run",
        description = "Measures the product beside a reference in the same run, and writes bench/results/NAME.md.",
        mixinStandardHelpOptions = true)
public final class Bench {

    @Option(
            names = "--quick",
            scope = CommandLine.ScopeType.INHERIT,
            description = "A rough look of a minute or two; nothing is written.")
    private boolean quick;

    @Option(
            names = "--data",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Where the network keeps its data (default: ${DEFAULT-VALUE}).",
            defaultValue = ".tongban/bench")
    private Path data = Path.of(".tongban/bench");

    private final Path root = Path.of("").toAbsolutePath();

    private Bench() {}

    /** Ends with 0 when the measurement came to its end, 1 when faults did harm, 2 when it was asked for wrongly. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Command(
            name = "lifecycle",
            description = "Whole cases through the gateway, beside the same statements in pgbench.")
    int lifecycle() throws Exception {
        return publish(new MeasureLifecycle(root, quick));
    }

    @Command(name = "growth", description = "Whole cases in databases that have grown, beside the same in empty ones.")
    int growth(
            @Option(
                            names = "--cases",
                            description = "How many cases are stored in the end (default: ${DEFAULT-VALUE}).",
                            defaultValue = "1000000")
                    long cases)
            throws Exception {
        return publish(new MeasureGrowth(root, cases, quick));
    }

    @Command(name = "read", description = "Reads through the gateway, beside nginx serving the same bytes.")
    int read() throws Exception {
        return publish(new MeasureRead(root, quick));
    }

    @Command(name = "gateway", description = "Calls through the gateway alone, beside nginx in front of the same.")
    int gateway() throws Exception {
        return publish(new MeasureGateway(root, quick));
    }

    @Command(name = "flood", description = "Clerks while another lane is flooded at ten times its limit.")
    int flood() throws Exception {
        return publish(new MeasureFlood(root, quick));
    }

    @Command(name = "spike", description = "Ten times the calls of applicants for 20 s.")
    int spike() throws Exception {
        return publish(new MeasureSpike(root, quick));
    }

    @Command(name = "start", description = "From built jars to a network that is ready, and its memory.")
    int start() throws Exception {
        return publish(new MeasureStart(root, quick));
    }

    @Command(
            name = "faults",
            description =
                    "Faults under load, and what became of the work that was acknowledged; writes the handbook's page.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:no fault did harm", "1:one did"})
    int faults(
            @Option(
                            names = "--only",
                            paramLabel = "NAME",
                            split = ",",
                            description =
                                    "Those whose names begin so, such as kill-gateway or cut,disk; nothing is written.")
                    @Nullable
                    List<String> only)
            throws Exception {
        MeasureFaults measurement = new MeasureFaults(root, quick, only == null ? List.of("") : only);
        Report report = measurement.run(root.resolve(data));
        if (quick || only != null) {
            report.show(root, System.out);
        } else {
            report.publish(root, System.out);
            measurement.writeHandbook();
        }
        return measurement.isHarmless() ? 0 : 1;
    }

    @Command(name = "assessment", description = "Whole assessments, beside KIE DMN and cel-java.")
    int assessment() throws Exception {
        return publish(new MeasureAssessment(quick));
    }

    private int publish(Measurement measurement) throws Exception {
        Report report = measurement.run(root.resolve(data));
        if (quick) {
            report.show(root, System.out);
        } else {
            report.publish(root, System.out);
        }
        return 0;
    }
}
