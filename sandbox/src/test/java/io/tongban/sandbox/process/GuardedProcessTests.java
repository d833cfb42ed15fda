package io.tongban.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTests {

    private static final Duration GONE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void endsTheWholeGroupEvenWhenItIgnoresTheSignal() throws Exception {
        GuardedProcess process = start("trap '' TERM; sleep 1000 & echo started; while :; do wait; done");
        awaitLog(process, "started");
        List<ProcessHandle> tree = process.tree();
        assertThat(tree).hasSizeGreaterThan(2);

        process.end();

        assertThat(process.awaitEnd(GONE)).isTrue();
        assertThat(tree).allMatch(member -> endsInTime(Optional.of(member)));
    }

    @Test
    void leavesNothingOfAGroupWhoseLeaderEnds() throws Exception {
        GuardedProcess process = start("sleep 1000 & echo $!");

        assertThat(process.awaitEnd(GONE)).isTrue();
        long left = Long.parseLong(Files.readString(process.log()).strip());
        assertThat(endsInTime(ProcessHandle.of(left))).isTrue();
    }

    @Test
    void passesOnTheExitStatus() throws Exception {
        GuardedProcess process = start("exit 7");

        assertThat(process.awaitEnd(GONE)).isTrue();
        assertThat(process.exitValue()).isEqualTo(7);
        assertThat(process.log()).isEmptyFile();
    }

    @Test
    void aGroupThatIsStoppedStaysAsItIsUntilItMayGoOnOrIsKilled() throws Exception {
        GuardedProcess process = start("while :; do echo tick; sleep 0.02; done");
        awaitLog(process, "tick");

        process.signal("STOP");
        assertThat(process.awaitEnd(Duration.ofMillis(500))).isFalse();
        String told = Files.readString(process.log());
        assertThat(process.awaitEnd(Duration.ofMillis(300))).isFalse();
        assertThat(Files.readString(process.log())).isEqualTo(told);

        process.signal("CONT");
        awaitLog(process, told + "tick");
        process.signal("STOP");
        process.signal("KILL");
        assertThat(process.awaitEnd(GONE)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
    }

    private GuardedProcess start(String script) {
        return GuardedProcess.start(
                "script",
                Guard.of(Path.of("..")),
                Ending.JVM,
                List.of("bash", "-c", script),
                Map.of(),
                folder.resolve("script.log"));
    }

    /** Killed is not yet gone: the system takes a moment. */
    private static boolean endsInTime(Optional<ProcessHandle> process) {
        return process.map(alive -> alive.onExit()
                        .completeOnTimeout(alive, GONE.toMillis(), TimeUnit.MILLISECONDS)
                        .join())
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private static void awaitLog(GuardedProcess process, String text) throws Exception {
        long deadline = System.nanoTime() + GONE.toNanos();
        while (!Files.readString(process.log()).contains(text)) {
            assertThat(process.awaitEnd(Duration.ofMillis(20))).isFalse();
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }
}
