package io.tongban.platform.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command: what cannot be used is refused in one line that says what is wrong and how to mend it. */
public final class Console {

    /** Something that was named cannot be used. */
    private static final int UNUSABLE = 2;

    private Console() {}

    /** The answer is the exit code. */
    public static int run(Object command, String... arguments) {
        // Not the platform's encoding: a folder's name may be Chinese wherever this runs.
        try (PrintWriter out = writer(FileDescriptor.out);
                PrintWriter err = writer(FileDescriptor.err)) {
            return run(command, out, err, arguments);
        }
    }

    /** Speaks to these writers in place of the console. */
    public static int run(Object command, PrintWriter out, PrintWriter err, String... arguments) {
        return answeringHelp(new CommandLine(command))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false) // a folder may be called @home
                .setParameterExceptionHandler((failure, words) -> misunderstood(failure))
                .setExecutionExceptionHandler(Console::unusable)
                .execute(arguments);
    }

    /** Lets the command and every command under it answer {@code --help} and {@code -h}. */
    private static CommandLine answeringHelp(CommandLine command) {
        if (!(command.getCommand() instanceof HelpCommand)) { // which has the option already
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("says how it is used")
                            .build());
        }
        command.getSubcommands().values().forEach(Console::answeringHelp);
        return command;
    }

    private static int misunderstood(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + problem(failure) + "; " + name + " --help says how it is used.");
        return UNUSABLE;
    }

    private static String problem(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "'" + String.join(" ", unmatched.getUnmatched()) + "' is not understood";
        }
        return String.valueOf(failure.getMessage());
    }

    /** Says what cannot be used; anything else is a fault of ours and shows where it happened. */
    private static int unusable(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Unusable unusable) {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + unusable.getMessage());
            return UNUSABLE;
        }
        throw failure;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
