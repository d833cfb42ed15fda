package io.tongban.gateway.description;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Reads the descriptions before the gateway says that it is ready, so that the first who asks for them is not told to come again:
 * services that start at the same time need a while, and each makes its description when it is first asked for it.
 *
 * <p>Only for so long: a gateway without a description is of use, and one that is never ready is not.
 */
final class FirstReading implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstReading.class);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ServiceDescriptions descriptions;
    private final Duration within;

    FirstReading(ServiceDescriptions descriptions, Duration within) {
        this.descriptions = descriptions;
        this.within = within;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long begun = System.nanoTime();
        while (!descriptions.areWhole()) {
            if (System.nanoTime() - begun >= within.toNanos()) {
                log.warn(
                        "Not every service has described itself within {} of the start; /openapi may be 503 until they do",
                        within);
                return;
            }
            Thread.sleep(PAUSE); // a service that starts tells nobody when it can be asked
        }
    }
}
