package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a process says and does when it is interrupted in its work, with real signals. */
class InterruptionTests {

    @Test
    void saysOneLineAndNothingOfWhatFailsBecauseOfIt() throws Exception {
        Process working = start("until-interrupted");
        try (BufferedReader output = working.inputReader()) {
            assertThat(output.readLine()).isEqualTo("working");

            new ProcessBuilder("kill", "-s", "INT", Long.toString(working.pid()))
                    .start()
                    .waitFor();

            assertThat(output.lines()).containsExactly("Interrupted while starting; ending every part.");
            assertThat(working.waitFor()).isEqualTo(130);
        } finally {
            working.destroyForcibly();
        }
    }

    @Test
    void saysNothingAtTheProcessesOwnEnd() throws Exception {
        Process working = start("to-the-end");
        try (BufferedReader output = working.inputReader()) {
            assertThat(output.lines().collect(Collectors.joining("\n")))
                    .startsWith("working\n")
                    .contains("a part has ended")
                    .doesNotContain("Interrupted", "closed");
            assertThat(working.waitFor()).isEqualTo(1);
        } finally {
            working.destroyForcibly();
        }
    }

    private static Process start(String how) throws IOException {
        return new ProcessBuilder(List.of(
                        "perl",
                        "-e",
                        "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Work.class.getName(),
                        how))
                .redirectErrorStream(true)
                .start();
    }

    /** Work whose parts end when it is interrupted, and which complains about that. */
    static final class Work {

        public static void main(String[] arguments) throws InterruptedException {
            Interruption interruption = Interruption.on(System.out);
            CountDownLatch closing = new CountDownLatch(1);
            Thread main = Thread.currentThread();
            interruption.close(() -> {
                closing.countDown();
                try {
                    main.join(Duration.ofMillis(500)); // time enough to complain
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
            PrintStream out = interruption.out();
            out.println("working");
            if (arguments[0].equals("until-interrupted")) {
                closing.await();
            }
            out.println("a part has ended");
            out.write('!');
            try {
                throw new IllegalStateException("a part has ended");
            } finally {
                interruption.withdraw();
            }
        }
    }
}
