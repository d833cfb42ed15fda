package io.tongban.sandbox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script that ends a process group when its standard input ends, and the processes that run under it. */
public final class Guard {

    private final Path script;
    private final List<GuardedProcess> started = new ArrayList<>();
    private boolean retired;

    private Guard(Path script) {
        this.script = script;
    }

    public static Guard of(Path root) {
        return new Guard(root.resolve("sandbox/src/main/bash/guard"));
    }

    Path script() {
        return script;
    }

    /** A process that is started after the retirement is ended at once: its starter has not yet heard of it. */
    synchronized GuardedProcess watch(GuardedProcess process) {
        started.removeIf(earlier -> !earlier.isAlive());
        started.add(process);
        if (retired) {
            process.end();
        }
        return process;
    }

    /** Lets no process live that is started from now on; the answer is those that live now, which the caller ends. */
    public synchronized List<GuardedProcess> retire() {
        retired = true;
        return started.stream().filter(GuardedProcess::isAlive).toList();
    }
}
