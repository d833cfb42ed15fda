package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.preflight.PortRange;
import io.tongban.sandbox.preflight.ThisMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** The launcher as a user has it: the script, the built jars, real processes, real Keycloak and PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LauncherIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final Path DATA = ROOT.resolve("sandbox/target/launcher-it");
    private static final Duration NONE_LEFT = Duration.ofSeconds(5);

    private int portBase;
    private @Nullable Run run;

    @BeforeAll
    void requireTheJars() throws Exception {
        for (String module :
                List.of("insurance-adapter", "permit-service", "community-service", "gateway", "sandbox")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(module + "/target"))) {
                assertThat(files.filter(file -> file.getFileName().toString().matches(module + "-[0-9].*\\.jar")))
                        .as("the jar of %s: run the whole build, ./mvnw verify", module)
                        .isNotEmpty();
            }
        }
        portBase = FreePorts.base();
        Run reset = new Run("reset", "--yes", "--data", DATA.toString());
        assertThat(reset.awaitExit(Duration.ofSeconds(30))).as(reset.output()).isZero();
    }

    @AfterEach
    void endWhatIsLeft() {
        Run left = run;
        if (left != null) {
            left.process.descendants().forEach(ProcessHandle::destroyForcibly);
            left.process.destroyForcibly();
        }
    }

    @Test
    @Order(1)
    void tellsTheStoryAndEndsWithZero() throws Exception {
        Run demo = start("--once");

        int status = demo.awaitExit(Duration.ofMinutes(8));

        System.out.println(demo.output());
        assertThat(status).as(demo.output()).isZero();
        assertThat(demo.output())
                .contains("PROVISIONAL -> ACCEPTED by itself")
                .contains("GRANTED by reviewer.jianggan")
                .contains(">> TRANSFERRED 转入")
                .contains("all four equal: sha256:")
                .contains("the editor's own approval was refused (403)")
                .contains("approved and published by approver.hangzhou, in force from 2018-07-01")
                .contains("the gateway asked 1 of 1 replicas of permit-service: 0 differing")
                .contains("the case stays DECIDED under R1")
                .contains("4 visits -> 1")
                .contains(", 0 differences)")
                .contains("Ready ")
                .contains("(target under 2,048)")
                .doesNotContain("DIFFERENCE")
                .doesNotContain("Interrupted", "ending every part", "Ending every part")
                .doesNotContain("\u001b");
        assertThat(portsTaken()).as("ports still listened on").isEmpty();
        assertThat(logs()).as("logs name no identity number").doesNotContainPattern("33999919\\d{9}[0-9X]");
    }

    @Test
    @Order(2)
    void leavesNoProcessWhenItIsKilled() throws Exception {
        Run demo = start();
        demo.awaitOutput("The network is ready");
        List<ProcessHandle> tree = demo.process.descendants().toList();
        assertThat(tree.stream().map(LauncherIT::commandLine).toList())
                .anyMatch(command -> command.contains("quarkus-run.jar"))
                .anyMatch(command -> command.contains("bin/postgres"))
                .anyMatch(command -> command.contains("permit-service"))
                .anyMatch(command -> command.contains("BureauApplication"));

        Run second = new Run("demo", "--once", "--port-base", "1024", "--data", DATA.toString());
        assertThat(second.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(second.output()).contains("another ./tongban demo runs with the data in");

        demo.process.destroyForcibly();

        assertGoneInTime(tree);
        assertThat(portsTaken()).as("ports still listened on").isEmpty();
    }

    @Test
    @Order(3)
    void saysInOneLineThatItWasInterruptedWhileStartingAndEndsEveryChild() throws Exception {
        Run demo = start();
        demo.awaitOutput("postgresql          ready");
        List<ProcessHandle> tree = demo.process.descendants().toList();
        assertThat(tree).isNotEmpty();

        demo.interrupt();

        assertThat(demo.awaitExit(Duration.ofSeconds(30))).isEqualTo(130);
        assertThat(demo.output()).endsWith("\nInterrupted while starting; ending every part.\n");
        assertThat(demo.output().lines())
                .filteredOn(line -> !line.matches(" *\\d+\\.\\d s  .*"))
                .hasSize(1);
        assertGoneInTime(tree);
        assertThat(portsTaken()).as("ports still listened on").isEmpty();
    }

    @Test
    @Order(4)
    void namesATakenPortAndAnotherBase() throws Exception {
        try (ServerSocket taken = new ServerSocket(portBase + 4, 1, InetAddress.getLoopbackAddress())) {
            Run demo = start("--once");

            assertThat(demo.awaitExit(Duration.ofSeconds(30))).isEqualTo(1);
            assertThat(demo.output())
                    .contains("another program uses the ports " + taken.getLocalPort() + " (keycloak)")
                    .contains("./tongban demo --port-base ");
        }
    }

    @Test
    @Order(5)
    void refusesInOneLineWhatThisMachineCannotGive() throws Exception {
        Path file = Files.writeString(Files.createTempFile("tongban", ".txt"), "mine");
        file.toFile().deleteOnExit();
        PortRange ephemeral = new ThisMachine().ephemeralPorts();

        for (Run refused : List.of(
                new Run("demo", "--data", file.toString()),
                new Run("demo", "--port-base", Integer.toString(ephemeral.first()), "--data", DATA.toString()),
                new Run("keys", "generate", file.toString()),
                new Run(
                        "keys",
                        "generate",
                        DATA.resolve("secrets/keys/permit-service").toString()))) {
            assertThat(refused.awaitExit(Duration.ofSeconds(30)))
                    .as(refused.output())
                    .isEqualTo(2);
            assertThat(refused.output().lines()).as(refused.output()).hasSize(1);
        }
        assertThat(file).hasContent("mine");
    }

    private Run start(String... options) throws IOException {
        Run started = new Run(Stream.concat(
                        Stream.of("demo", "--port-base", Integer.toString(portBase), "--data", DATA.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
        run = started;
        return started;
    }

    private static String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var logs = Files.newDirectoryStream(DATA.resolve("logs"), "*.log")) {
            for (Path log : logs) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }

    private static void assertGoneInTime(List<ProcessHandle> processes) throws Exception {
        long deadline = System.nanoTime() + NONE_LEFT.toNanos();
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                break; // said below, with all that are late
            }
        }
        assertThat(processes.stream().filter(ProcessHandle::isAlive).map(LauncherIT::commandLine))
                .as("alive %s after the launcher ended", NONE_LEFT)
                .isEmpty();
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private List<Integer> portsTaken() {
        ThisMachine machine = new ThisMachine();
        return Part.ports(portBase).keySet().stream()
                .filter(machine::isPortTaken)
                .toList();
    }

    /** A call of the script, its output in a file. */
    private static final class Run {

        /**
         * As from a terminal: a process group of its own, and interrupts heeded, which a shell lets what it puts into the
         * background ignore.
         */
        private static final List<String> HEEDING_INTERRUPTS = List.of(
                "perl",
                "-e",
                "setpgrp; $SIG{INT} = 'DEFAULT'; exec @ARGV or die $!",
                ROOT.resolve("tongban").toString());

        private final Process process;
        private final Path output;

        private Run(String... arguments) throws IOException {
            output = Files.createTempFile("tongban", ".out");
            output.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(HEEDING_INTERRUPTS.stream(), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("TONGBAN_BUILD", "never"); // the build is what runs this test
            process = builder.start();
        }

        private int awaitExit(Duration atMost) throws InterruptedException {
            assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                    .as(() -> "still running: " + output())
                    .isTrue();
            return process.exitValue();
        }

        /** Ctrl-C: the signal goes to the whole process group. */
        private void interrupt() throws IOException, InterruptedException {
            int status = new ProcessBuilder("kill", "-s", "INT", "--", "-" + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        }

        private void awaitOutput(String text) throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofMinutes(4).toNanos();
            while (!output().contains(text)) {
                assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                        .as(this::output)
                        .isFalse();
                assertThat(System.nanoTime()).as(this::output).isLessThan(deadline);
            }
        }

        private String output() {
            try {
                return Files.readString(output);
            } catch (IOException unreadable) {
                return "(unreadable: " + unreadable.getMessage() + ")";
            }
        }
    }
}
