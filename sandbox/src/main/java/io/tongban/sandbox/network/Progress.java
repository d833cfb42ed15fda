package io.tongban.sandbox.network;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The lines that say what is being done, each with the time since the launcher began. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
        out.flush();
    }
}
