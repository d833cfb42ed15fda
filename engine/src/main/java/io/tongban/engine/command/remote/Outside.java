package io.tongban.engine.command.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command takes from the process that it runs in.
 *
 * @param environment the value of a variable, or null
 * @param pause waits
 * @param lines the next line that the person types, or null where nobody types
 */
record Outside(Function<String, @Nullable String> environment, Pause pause, Lines lines) {

    static Outside ofProcess() {
        return new Outside(System::getenv, Thread::sleep, Outside::line);
    }

    private static @Nullable String line() {
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException closed) {
            return null;
        }
    }

    /** Waiting. */
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    /** What a person types. */
    interface Lines {
        @Nullable
        String next();
    }
}
