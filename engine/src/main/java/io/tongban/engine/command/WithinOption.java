package io.tongban.engine.command;

import io.tongban.engine.deadline.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a command may work; for ever, if nothing is said. */
final class WithinOption {

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "gives up after so many seconds, with 2 (default: works until it is done)")
    private @Nullable Long seconds;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** It begins to run now. */
    Deadline deadline() {
        if (seconds == null) {
            return Deadline.NONE;
        }
        if (seconds < 0) {
            throw new ParameterException(spec.commandLine(), "--within must be at least 0");
        }
        if (seconds == 0) {
            return () -> true;
        }
        // The engine reads no clock.
        CompletableFuture<Void> over = new CompletableFuture<Void>().completeOnTimeout(null, seconds, TimeUnit.SECONDS);
        return over::isDone;
    }
}
