package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it: the real processes, the real Keycloak, the story, and nothing left behind. */
// Both ways round would pass; the shorter test first shows sooner what is broken.
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final int PORT_BASE = 9400;
    private static final Duration START = Duration.ofMinutes(6);

    /** Both demos use it, the second finds what the first left. */
    @TempDir
    private static Path data;

    @Test
    void replaysTheStoryWithEveryAnswerAsExpected() throws Exception {
        Path output = data.resolve("once.txt");
        Process demo = demo(output, "--once");
        try {
            assertThat(demo.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            demo.destroy();
        }

        String story = Files.readString(output);
        assertThat(story)
                .contains("contributions 市区连续缴纳社会保险  PENDING")
                .contains("PROVISIONAL -> ACCEPTED by itself")
                .contains("the clerk who accepted was refused the decision (403)")
                .contains("all four equal: sha256:")
                .contains("4 visits -> 1")
                .contains(" 0 differences");
        assertThat(demo.exitValue()).as(story).isZero();
        assertThat(logs()).as("logs name no identity number").doesNotContainPattern("33999919\\d{9}[0-9X]");
    }

    @Test
    void leavesNoProcessWhenTheLauncherIsKilled() throws Exception {
        Path output = data.resolve("killed.txt");
        Process demo = demo(output);
        List<ProcessHandle> family;
        try {
            awaitLine(output, demo, "The network is ready");
            family = demo.descendants().toList();
        } finally {
            demo.destroyForcibly();
        }

        assertThat(family).hasSizeGreaterThan(7);
        assertThat(aliveAfter(Duration.ofSeconds(5), family))
                .as("processes that outlived the launcher by 5 s")
                .isEmpty();
    }

    private static Process demo(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ROOT.resolve("tongban").toString(),
                "demo",
                "--port-base",
                Integer.toString(PORT_BASE),
                "--data",
                data.resolve("network").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("TONGBAN_BUILD", "never"); // this build has just built it
        return builder.start();
    }

    private static void awaitLine(Path output, Process demo, String line) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.readString(output, StandardCharsets.UTF_8).contains(line)) {
            assertThat(demo.isAlive() && System.nanoTime() < end)
                    .as("waiting for '%s' in:%n%s", line, Files.readString(output))
                    .isTrue();
            demo.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private static List<String> aliveAfter(Duration time, List<ProcessHandle> family) {
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return family.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.pid() + " " + process.info().command().orElse("?"))
                .toList();
    }

    private static String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.resolve("network/logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
