package io.tongban.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process in a process group of its own, under a guard that ends the group when this JVM closes its pipe or dies in
 * whatever way.
 */
public final class GuardedProcess {

    private final String name;
    private final Path log;
    private final Process guard;

    private GuardedProcess(String name, Path log, Process guard) {
        this.name = name;
        this.log = log;
        this.guard = guard;
    }

    /**
     * Starts the command; what it prints goes to the log.
     *
     * @param environment added to this JVM's own environment
     */
    public static GuardedProcess start(
            String name, Guard guard, Ending ending, List<String> command, Map<String, String> environment, Path log) {
        List<String> guarded = new ArrayList<>(List.of(guard.script().toString(), ending.plan()));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return guard.watch(new GuardedProcess(name, log, builder.start()));
        } catch (IOException cause) {
            throw new UncheckedIOException(name + " could not be started", cause);
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    public int exitValue() {
        return guard.exitValue();
    }

    /** The guard and everything under it. */
    public List<ProcessHandle> tree() {
        List<ProcessHandle> tree = new ArrayList<>(List.of(guard.toHandle()));
        guard.descendants().forEach(tree::add);
        return tree;
    }

    /**
     * Has the guard send a signal to the group, and returns at once. KILL ends the group, and so the guard, as the loss of its machine
     * would; STOP leaves it there, and nothing answers until CONT.
     *
     * @param name such as {@code KILL}
     * @throws UncheckedIOException if the guard has ended
     */
    public void signal(String name) {
        try {
            guard.getOutputStream().write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            guard.getOutputStream().flush();
        } catch (IOException cause) {
            throw new UncheckedIOException(this.name + " could not be sent " + name, cause);
        }
    }

    /** Tells the guard to end the group, and returns at once. */
    public void end() {
        try {
            guard.getOutputStream().close();
        } catch (IOException cause) {
            guard.destroy(); // the pipe is gone, so the guard has seen its end already
        }
    }

    /** Whether the group was gone within the time. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return guard.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
