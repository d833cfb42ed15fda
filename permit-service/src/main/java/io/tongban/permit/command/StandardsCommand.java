package io.tongban.permit.command;

import io.tongban.permit.casefile.export.ReplayCommand;
import io.tongban.permit.cli.ExitCode;
import io.tongban.permit.command.remote.ApproveCommand;
import io.tongban.permit.command.remote.PublishCommand;
import io.tongban.permit.command.remote.StatusCommand;
import io.tongban.permit.comparison.DiffCommand;
import io.tongban.permit.comparison.LintCommand;
import io.tongban.permit.document.DocumentInvalid;
import io.tongban.permit.guide.GuideCommand;
import io.tongban.permit.standard.NoStandardInForce;
import io.tongban.permit.standard.UnknownStandard;
import io.tongban.permit.suite.TestCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The command {@code standards}: what an editor of standards needs. */
@Command(
        name = "standards",
        description = "Checks, tries, compares and publishes standards.",
        subcommands = {
            CheckCommand.class,
            TestCommand.class,
            DiffCommand.class,
            LintCommand.class,
            GuideCommand.class,
            ReplayCommand.class,
            PublishCommand.class,
            ApproveCommand.class,
            StatusCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found",
            "1:differences, failures or findings were printed",
            "2:something that was named cannot be used"
        })
public final class StandardsCommand {

    private StandardsCommand() {}

    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("standards");
    }

    /** Runs the command on the console; the answer is the exit code. */
    public static int run(String... arguments) {
        // Before the first class that logs is loaded.
        System.setProperty("logback.configurationFile", "quiet-logback.xml");
        // Not the platform's encoding: a standard's names are Chinese wherever it runs.
        try (PrintWriter out = console(FileDescriptor.out);
                PrintWriter err = console(FileDescriptor.err)) {
            return run(out, err, arguments);
        }
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new StandardsCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(StandardsCommand::unusable)
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Says what cannot be used; anything else is a fault of ours and shows where it happened. */
    private static int unusable(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof DocumentInvalid
                || failure instanceof UncheckedIOException
                || failure instanceof NoStandardInForce
                || failure instanceof UnknownStandard) {
            command.getErr().println(failure.getMessage());
            return ExitCode.UNUSABLE;
        }
        throw failure;
    }

    private static PrintWriter console(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
