package io.tongban.sandbox;

import io.tongban.platform.cli.Console;
import io.tongban.platform.cli.Unusable;
import io.tongban.sandbox.network.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The launcher's Java side; {@code ./tongban} is its front, and checks the same words before it builds anything. */
@Command(name = "./tongban", synopsisSubcommandLabel = "COMMAND", description = "The whole network on this machine.")
public final class SandboxApplication {

    private static final int LOWEST_PORT_BASE = 1_024;
    private static final int HIGHEST_PORT_BASE = 65_500;

    private final Path root;

    private SandboxApplication(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("tongban.root", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(Console.run(new SandboxApplication(root), arguments));
    }

    @Command(
            description = "Starts the whole network, replays the story of 2017 and stays up until Ctrl-C.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:every step answered as expected",
                "1:one did not, or a part did not start",
                "2:an option cannot be used, and nothing was started"
            })
    int demo(
            @Option(names = "--once", description = "ends after the story") boolean once,
            @Option(
                            names = "--port-base",
                            paramLabel = "N",
                            defaultValue = "8400",
                            description = "the first of the ports that the parts listen on, from " + LOWEST_PORT_BASE
                                    + " to " + HIGHEST_PORT_BASE + "; ${DEFAULT-VALUE} where it is not given")
                    int portBase,
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            description = "where databases, secrets and logs are kept;"
                                    + " .tongban in the project's folder where it is not given")
                    @Nullable
                    Path data)
            throws IOException, InterruptedException {
        if (portBase < LOWEST_PORT_BASE || portBase > HIGHEST_PORT_BASE) {
            throw new Unusable(
                    "--port-base cannot be " + portBase,
                    "name a number from " + LOWEST_PORT_BASE + " to " + HIGHEST_PORT_BASE);
        }
        Path folder = data == null ? root.resolve(".tongban") : data.toAbsolutePath();
        try {
            return new Demo(new DemoOptions(once, portBase, folder), root, System.out).run();
        } catch (StartFailed failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }
}
