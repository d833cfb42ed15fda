package io.tongban.platform;

import io.tongban.platform.crypto.KeyCommand;
import io.tongban.platform.migration.MigrateCommand;
import io.tongban.platform.suite.SuiteCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What every service's jar does in place of starting the service: {@code java -jar SERVICE.jar COMMAND ...}. */
@Command(
        name = "java -jar SERVICE.jar",
        customSynopsis = {
            "java -jar SERVICE.jar [--SETTING=VALUE]...  starts the service",
            "       java -jar SERVICE.jar COMMAND ...        does this instead"
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {MigrateCommand.class, KeyCommand.class, SuiteCommand.class, HelpCommand.class})
final class ServiceCommand {}
