package io.tongban.sandbox.network;

import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Whether a part says over HTTP that it can work. */
final class Readiness {

    private static final Duration BETWEEN = Duration.ofMillis(150);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private Readiness() {}

    static boolean isReady(URI health) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @throws StartFailed if the process ends before it is ready, or is not ready in time */
    static void await(GuardedProcess process, URI health, Duration atMost) throws InterruptedException {
        long began = System.nanoTime();
        while (!isReady(health)) {
            requireStarting(process, Duration.ofNanos(System.nanoTime() - began), atMost);
        }
    }

    /** Waits a moment; throws StartFailed if the process ends in it, or has had its time. */
    static void requireStarting(GuardedProcess process, Duration waited, Duration atMost) throws InterruptedException {
        if (process.awaitEnd(BETWEEN)) {
            throw new StartFailed(
                    process.name() + " ended while starting (exit " + process.exitValue() + "):\n" + lastLines(process),
                    "The whole log: " + process.log());
        }
        if (waited.compareTo(atMost) > 0) {
            throw new StartFailed(
                    process.name() + " is not ready after " + waited.toSeconds() + " s:\n" + lastLines(process),
                    "The whole log: " + process.log());
        }
    }

    private static String lastLines(GuardedProcess process) {
        try {
            List<String> lines = Files.readAllLines(process.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }
}
