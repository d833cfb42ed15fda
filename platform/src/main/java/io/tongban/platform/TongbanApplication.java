package io.tongban.platform;

import io.tongban.platform.crypto.KeyCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** The way every service starts. */
public final class TongbanApplication {

    private TongbanApplication() {}

    /** Starts the service, or, with the arguments {@code keys COMMAND DIR}, makes its key files and ends the process. */
    public static void run(Class<?> application, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("keys")) {
            System.exit(KeyCommand.run(Arrays.asList(arguments).subList(1, arguments.length), System.out, System.err));
        }
        SpringApplication.run(application, arguments);
    }
}
