package io.tongban.engine;

import io.tongban.engine.command.ExitCode;
import io.tongban.engine.command.StandardsCommand;
import io.tongban.engine.command.TestCommand;
import io.tongban.engine.command.remote.ApproveCommand;
import io.tongban.engine.command.remote.PublishCommand;
import io.tongban.engine.command.remote.StatusCommand;
import io.tongban.engine.deadline.DeadlinePassed;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.library.NoStandardInForce;
import io.tongban.engine.standard.UnknownStandard;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the engine: what editors, auditors and other cities need, without a server. */
@Command(
        name = "tongban",
        description = "The rules without a server.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = EngineCommand.Version.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND")
public final class EngineCommand {

    /** The root of what libraries log; held, since a logger without a holder loses its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private EngineCommand() {}

    public static void main(String[] arguments) {
        // The output is read by other programs: what libraries log is told only if it is a fault.
        LIBRARIES.setLevel(Level.SEVERE);
        int exit;
        // Not the platform's encoding: a standard's names are Chinese wherever the command runs.
        try (PrintWriter out = console(FileDescriptor.out);
                PrintWriter err = console(FileDescriptor.err)) {
            exit = run(out, err, arguments);
        }
        System.exit(exit);
    }

    /** Runs a command; the answer is the exit code of {@link ExitCode}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine standards = new CommandLine(new StandardsCommand())
                .addSubcommand(new PublishCommand())
                .addSubcommand(new ApproveCommand())
                .addSubcommand(new StatusCommand());
        return new CommandLine(new EngineCommand())
                .addSubcommand(standards)
                .addSubcommand(new CommandLine(new TestCommand()).setCommandName("suites"))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false) // a folder may be called @home
                .setParameterExceptionHandler((failure, words) -> misunderstood(failure))
                .setExecutionExceptionHandler(EngineCommand::unusable)
                .execute(arguments);
    }

    private static int misunderstood(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        if (command.getSubcommands().isEmpty()) {
            err.println("'" + command.getCommandSpec().qualifiedName() + " --help' says how it is used");
        } else {
            command.usage(err);
        }
        return ExitCode.UNUSABLE;
    }

    /** Says what cannot be used; any other failure is a fault of the engine and shows where it happened. */
    private static int unusable(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof DocumentInvalid
                || failure instanceof UncheckedIOException
                || failure instanceof DeadlinePassed
                || failure instanceof NoStandardInForce
                || failure instanceof UnknownStandard) {
            command.getErr().println(failure.getMessage());
            return ExitCode.UNUSABLE;
        }
        throw failure;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = EngineCommand.class.getPackage().getImplementationVersion();
            return new String[] {"tongban " + (version == null ? "as it was compiled" : version)};
        }
    }

    private static PrintWriter console(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
