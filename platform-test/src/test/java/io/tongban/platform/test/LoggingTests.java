package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was sent is not logged, not even when somebody turns everything up. */
@SampleServiceTest
class LoggingTests {

    private static final String NUMBER = "330104199001010013";
    private static final String SPRING = "org.springframework";

    @Autowired
    private TestTokens tokens;

    @LocalServerPort
    private int port;

    @Test
    void noValueThatWasSentIsLoggedAtDebug() throws IOException, InterruptedException {
        List<ILoggingEvent> logged = loggedAtDebug(
                "{\"name\": \"a\", \"number\": \"" + NUMBER + "\"}",
                "{\"name\": \"a\", \"number\": \"" + NUMBER + "9\"}",
                "{\"name\": \"a\", \"unknown\": \"" + NUMBER + "\"}",
                "{\"name\": \"a\", \"parts\": [{\"size\": \"" + NUMBER + "x\"}]}",
                "{\"name\": \"" + NUMBER);

        assertThat(logged)
                .extracting(ILoggingEvent::getFormattedMessage)
                .as("our own loggers are turned up")
                .contains("turned up");
        assertThat(logged)
                .filteredOn(event -> event.getLoggerName().startsWith(SPRING))
                .extracting(ILoggingEvent::getLevel)
                .as("those of a library are not, also by a level that is set while the service runs")
                .doesNotContain(Level.DEBUG, Level.TRACE);
        assertThat(logged)
                .filteredOn(
                        event -> (event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                                .contains(NUMBER))
                .extracting(ILoggingEvent::getLoggerName)
                .as("loggers that show the number")
                .isEmpty();
    }

    /** Everything that the service and its libraries log about these bodies, in place of the console. */
    private List<ILoggingEvent> loggedAtDebug(String... bodies) throws IOException, InterruptedException {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level usual = root.getLevel();
        Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
        ListAppender<ILoggingEvent> list = new ListAppender<>();
        list.start();
        root.addAppender(list);
        root.detachAppender(console);
        root.setLevel(Level.DEBUG);
        loggers.getLogger(SPRING).setLevel(Level.TRACE);
        loggers.getLogger(LoggingTests.class).debug("turned up");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String body : bodies) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/things/checked"))
                                .header("Authorization", "Bearer " + tokens.withRoles("maker"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } finally {
            root.setLevel(usual);
            loggers.getLogger(SPRING).setLevel(null);
            root.addAppender(console);
            root.detachAppender(list);
        }
        return List.copyOf(list.list);
    }
}
