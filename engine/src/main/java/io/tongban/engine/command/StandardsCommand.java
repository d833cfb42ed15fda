package io.tongban.engine.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code standards}: what an editor of standards needs; those that talk to a network are added to it. */
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
            SchemaCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found",
            "1:differences, failures or findings were printed",
            "2:something that was named cannot be used"
        })
public final class StandardsCommand {}
