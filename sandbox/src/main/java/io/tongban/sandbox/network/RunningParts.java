package io.tongban.sandbox.network;

import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts that run, each with how it is started and shown to be ready, so that one can be lost and started again. */
public final class RunningParts {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration GONE = Duration.ofSeconds(20);

    private final Map<Part, Recipe> recipes = new EnumMap<>(Part.class);
    private final Map<Part, GuardedProcess> running = new LinkedHashMap<>();

    RunningParts() {}

    /** Starts a process of a part. */
    @FunctionalInterface
    interface Start {

        GuardedProcess begin() throws IOException, InterruptedException;
    }

    /** @param readiness where the part says that it can work; null: it can when its start returns */
    private record Recipe(@Nullable URI readiness, Start start) {}

    /** @param readiness where the part says that it can work; null: it can when its start returns */
    void start(Part part, @Nullable URI readiness, Start start) throws IOException, InterruptedException {
        Recipe recipe = new Recipe(readiness, start);
        synchronized (this) {
            recipes.put(part, recipe);
        }
        started(part, recipe);
    }

    /** @throws StartFailed if one of those that were started is not ready in time */
    void awaitAll(Progress progress) throws InterruptedException {
        long began = System.nanoTime();
        List<Part> waiting = new ArrayList<>(recipes.keySet());
        while (!waiting.isEmpty()) {
            for (Part part : List.copyOf(waiting)) {
                @Nullable URI readiness = recipe(part).readiness();
                if (readiness == null) {
                    waiting.remove(part);
                } else if (Readiness.isReady(readiness)) {
                    progress.say("%-20sready".formatted(part.label()));
                    waiting.remove(part);
                } else {
                    Readiness.requireStarting(of(part), Duration.ofNanos(System.nanoTime() - began), START);
                }
            }
        }
    }

    /**
     * Sends a signal to a part, such as {@code STOP} and {@code CONT}. The sessions of the database server are in no group of its own: it
     * is not to be stopped in this way.
     */
    public void signal(Part part, String name) {
        of(part).signal(name);
    }

    /**
     * Ends a part by a signal, and returns when it is gone: {@code KILL} as the loss of its machine would; a database server by {@code INT}
     * as an administrator does, by {@code QUIT} without a last word on its disk.
     */
    public void lose(Part part, String signal) throws InterruptedException {
        GuardedProcess process = of(part);
        process.signal(signal);
        if (!process.awaitEnd(GONE)) {
            throw new IllegalStateException(part.label() + " is still there after " + signal);
        }
    }

    /**
     * Starts a part again that was lost, as it was started before, and returns when it is ready. The business clock of a service goes on.
     * What the lost process has printed stays beside the log.
     *
     * @throws StartFailed if it does not come up
     */
    public void startAgain(Part part) throws InterruptedException {
        Recipe recipe = recipe(part);
        try {
            keep(of(part).log());
            GuardedProcess process = started(part, recipe);
            @Nullable URI readiness = recipe.readiness();
            if (readiness != null) {
                Readiness.await(process, readiness, START);
            }
        } catch (IOException cause) {
            throw StartFailed.because(cause);
        }
    }

    synchronized List<GuardedProcess> all() {
        return List.copyOf(running.values());
    }

    private GuardedProcess started(Part part, Recipe recipe) throws IOException, InterruptedException {
        GuardedProcess process = recipe.start().begin();
        synchronized (this) {
            running.put(part, process);
        }
        return process;
    }

    private synchronized GuardedProcess of(Part part) {
        @Nullable GuardedProcess process = running.get(part);
        if (process == null) {
            throw new IllegalStateException(part.label() + " was not started");
        }
        return process;
    }

    private synchronized Recipe recipe(Part part) {
        @Nullable Recipe recipe = recipes.get(part);
        if (recipe == null) {
            throw new IllegalStateException(part.label() + " was not started");
        }
        return recipe;
    }

    private static void keep(Path log) throws IOException {
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.log$", "");
        int number = 1;
        while (Files.exists(log.resolveSibling(name + "-lost-" + number + ".log"))) {
            number++;
        }
        Files.move(log, log.resolveSibling(name + "-lost-" + number + ".log"));
    }
}
