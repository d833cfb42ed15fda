package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** How a command ends: well, or with what it has to say on the error stream and the exit code for it. */
final class Ending {

    private Ending() {}

    static int of(CommandSpec spec, Work work) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            work.run(out);
            return ExitCode.OK;
        } catch (CannotGoOn end) {
            out.flush();
            spec.commandLine().getErr().println(end.getMessage());
            return end.exitCode();
        }
    }

    /** What a command does. */
    interface Work {
        void run(PrintWriter out) throws CannotGoOn;
    }
}
