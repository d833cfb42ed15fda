package io.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** {@code api/lint}: Spectral and Redocly over descriptions of the API. */
record Lint(int exitCode, String output) {

    /** Installing the tools takes a quarter of a minute, a slow registry longer; checking takes seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Lint of(List<Path> documents) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./lint"));
        documents.forEach(
                document -> command.add(document.toAbsolutePath().normalize().toString()));
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "lint", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as("ends within %s: %s", LONGEST, output)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Lint(process.exitValue(), Files.readString(output));
    }

    /** Where there is no Node.js, {@code ./tongban test} has said so and how to bring it. */
    static void assumeNode() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("npm", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            there = false;
        }
        Assumptions.assumeTrue(there, "there is no npm: ./api/bring-node brings it or says how");
    }
}
