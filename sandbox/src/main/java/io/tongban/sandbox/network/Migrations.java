package io.tongban.sandbox.network;

import io.tongban.sandbox.process.Ending;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The services' {@code migrate}, a process of its own for each; none where the same build migrated the same data before. */
final class Migrations {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Folders folders;
    private final Guard guard;
    private final ServiceJars jars;
    private final Map<Part, GuardedProcess> running = new HashMap<>();

    Migrations(Folders folders, Guard guard, ServiceJars jars) {
        this.folders = folders;
        this.guard = guard;
        this.jars = jars;
    }

    /**
     * Starts all that are needed at the same time.
     *
     * @param services with what only their migrations are told
     */
    void start(Map<Service, Map<String, String>> services) throws IOException {
        for (Map.Entry<Service, Map<String, String>> service : services.entrySet()) {
            Part part = service.getKey().part();
            if (!isDone(part)) {
                Map<String, String> environment = new HashMap<>(service.getKey().environment());
                environment.putAll(service.getValue());
                running.put(part, start(part, environment));
            }
        }
    }

    /** @throws StartFailed if the service's schema is not what it needs */
    void await(Service service) throws IOException, InterruptedException {
        Part part = service.part();
        GuardedProcess process = running.remove(part);
        if (process == null) {
            return;
        }
        if (!process.awaitEnd(LONGEST) || process.exitValue() != 0) {
            throw new StartFailed(
                    "the database of " + part.label() + " could not be migrated, see " + process.log() + ".",
                    "Mend what it names, or ./tongban reset to start from empty databases.");
        }
        Files.writeString(mark(part), jars.build(part.label()));
    }

    private GuardedProcess start(Part part, Map<String, String> environment) throws IOException {
        String name = part.label() + "-migrate";
        return GuardedProcess.start(
                name,
                guard,
                Ending.JVM,
                Jvm.small(96, List.of("-jar", jars.executable(part.label()).toString(), "migrate")),
                environment,
                folders.log(name));
    }

    private boolean isDone(Part part) throws IOException {
        return Files.exists(mark(part)) && Files.readString(mark(part)).equals(jars.build(part.label()));
    }

    private Path mark(Part part) {
        return folders.postgresql().resolve("migrated-" + part.label());
    }
}
