package io.tongban.sandbox;

import io.tongban.platform.cli.Unusable;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Progress;
import io.tongban.sandbox.network.Scale;
import io.tongban.sandbox.network.StartFailed;
import io.tongban.sandbox.picture.Ink;
import io.tongban.sandbox.picture.Picture;
import io.tongban.sandbox.preflight.Obstacle;
import io.tongban.sandbox.preflight.Preflight;
import io.tongban.sandbox.preflight.ThisMachine;
import io.tongban.sandbox.process.GuardedProcess;
import io.tongban.sandbox.story.Story;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./tongban demo}: checks, start, story, and then either the end or staying up. */
final class Demo {

    private static final Duration READY_TARGET = Duration.ofSeconds(45);

    private final DemoOptions options;
    private final Path root;
    private final Interruption interruption;
    private final PrintStream out;

    Demo(DemoOptions options, Path root, PrintStream console) {
        this.options = options;
        this.root = root;
        this.interruption = Interruption.on(console);
        this.out = interruption.out();
    }

    /**
     * All of it; the answer is the exit status.
     *
     * @throws Unusable if an option cannot be used on this machine
     * @throws StartFailed if a part does not come up
     */
    int run() throws IOException, InterruptedException {
        try {
            return runUnlessInterrupted();
        } finally {
            interruption.withdraw();
        }
    }

    private int runUnlessInterrupted() throws IOException, InterruptedException {
        Folders folders = new Folders(root, options.data());
        Preflight preflight = new Preflight(new ThisMachine());
        preflight.requireUsable(options.portBase(), Part.ports(options.portBase()));
        folders.requireWritable();
        Optional<DataFolderLock> lock = DataFolderLock.take(options.data());
        if (lock.isEmpty()) {
            return refuse(List.of(new Obstacle(
                    "another ./tongban demo runs with the data in " + options.data() + ".",
                    "End it with Ctrl-C, or use other data and ports: --data DIR --port-base N")));
        }
        try {
            List<Obstacle> obstacles =
                    preflight.examine(options.portBase(), Part.ports(options.portBase()), options.data());
            return obstacles.isEmpty() ? demonstrate(folders) : refuse(obstacles);
        } finally {
            lock.get().close();
        }
    }

    private static int refuse(List<Obstacle> obstacles) {
        obstacles.forEach(System.err::println);
        return 1;
    }

    private int demonstrate(Folders folders) throws IOException, InterruptedException {
        Progress progress = new Progress(out);
        try (Network network = new Network(folders, options.portBase(), Scale.DEMO, Cast.applicants(), progress)) {
            interruption.close(network::close);
            Duration start = network.start();
            progress.say("The network is ready after %.1f s (target %d s)."
                    .formatted(start.toMillis() / 1000.0, READY_TARGET.toSeconds()));
            interruption.say("Interrupted in the story; ending every part.");
            List<String> differences = new Story(
                            Part.GATEWAY.address(options.portBase()),
                            new Story.Accounts(network.issuer(), network::passwordOf, network.secretOf("partner")),
                            network.clocks(),
                            network.metrics(),
                            root.resolve("standards"),
                            new Picture(Ink.of(Boolean.getBoolean("tongban.terminal"), System.getenv())),
                            out)
                    .play();
            weigh(network, start);
            if (!options.once()) {
                interruption.say("Ending every part.");
                stayUp(network);
            }
            return differences.isEmpty() ? 0 : 1;
        }
    }

    private void weigh(Network network, Duration start) {
        out.printf(
                "Ready %.1f s after the start (target %d s).%n", start.toMillis() / 1000.0, READY_TARGET.toSeconds());
        MemoryTable.of(network.processes()).lines().forEach(out::println);
        out.flush();
    }

    private void stayUp(Network network) throws InterruptedException {
        out.println();
        network.addresses().forEach(address -> out.println("  " + address));
        out.println("  people    " + String.join(", ", network.people()));
        out.println("            their passwords are in " + network.passwordFile() + " (password.NAME)");
        out.println();
        out.println("Ctrl-C ends it.");
        List<GuardedProcess> watched = new ArrayList<>(network.processes());
        while (true) {
            for (GuardedProcess process : List.copyOf(watched)) {
                if (process.awaitEnd(Duration.ofMillis(300))) {
                    watched.remove(process);
                    out.println(process.name() + " has ended (exit " + process.exitValue() + "), see " + process.log());
                }
            }
            if (watched.isEmpty()) {
                return;
            }
        }
    }
}
