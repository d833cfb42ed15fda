package io.tongban.platform;

import io.tongban.platform.cli.Console;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** The way every service starts. */
public final class TongbanApplication {

    private TongbanApplication() {}

    /** Starts the service, or runs a command in its place and ends the process. */
    public static void run(Class<?> application, String... arguments) {
        if (isCommand(arguments)) {
            System.exit(Console.run(new ServiceCommand(), arguments));
        }
        SpringApplication.run(application, arguments);
    }

    /** A start is told nothing but settings, {@code --NAME=VALUE}. */
    private static boolean isCommand(String... arguments) {
        return Arrays.stream(arguments).anyMatch(word -> !word.startsWith("--") || word.equals("--help"));
    }
}
