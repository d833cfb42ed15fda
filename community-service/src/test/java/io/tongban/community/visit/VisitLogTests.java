package io.tongban.community.visit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the logs tell about visits when somebody turns them up to find a fault. */
@CommunityTest
class VisitLogTests {

    private static final String VISITS = "/api/v1/visits";
    private static final String ID_NUMBER = "110101199001011237";

    @Autowired
    private Api api;

    private final String clerk = "clerk-" + UUID.randomUUID();

    @Test
    void showNeitherPassesNorTokensNorWhatWasSent() {
        String token = api.colleagueAtQianjiangyuan(clerk);
        StringBuilder pass = new StringBuilder();
        String logged = loggedAtDebug(() -> {
            Api.Answer visit =
                    api.post(VISITS, token, """
                            {"window": "%s", "item": "residence-permit", "present": "APPLICANT"}
                            """.formatted(Api.QIANJIANGYUAN)).expect(201);
            pass.append(visit.text("pass"));
            String opened = VISITS + "/" + visit.text("id");
            api.post(opened + "/pass", token, "{}").expect(200);
            api.post(opened + "/end", token, end(ID_NUMBER.repeat(30), "")).expect(422);
            api.post(opened + "/end", token, end("a reason", ", \"" + ID_NUMBER + "\": 1"))
                    .expect(422);
            api.post(VISITS, token, """
                            {"window": "%s", "item": "%s", "present": "APPLICANT"}
                            """.formatted(Api.QIANJIANGYUAN, ID_NUMBER)).expectProblem(422, "item-unknown");
            api.post(opened + "/end", token, end("the applicant gave " + ID_NUMBER, ""))
                    .expect(200);
            LoggerFactory.getLogger("io.tongban.test").debug("turned up");
        });

        assertThat(logged)
                .as("the logs were turned up, and libraries say nothing below INFO")
                .contains("turned up")
                .doesNotContain("insert into visit_end");
        assertThat(pass).isNotEmpty();
        assertThat(logged.lines().filter(line -> line.contains(ID_NUMBER))).isEmpty();
        assertThat(logged.lines().filter(line -> line.contains(pass.substring(0, 40))))
                .isEmpty();
        assertThat(logged.lines().filter(line -> line.contains(token))).isEmpty();
    }

    @Test
    void aPassOnTheWireHidesItselfToo() {
        assertThat(new VisitResponse.Pass("secret", Instant.EPOCH).toString()).doesNotContain("secret");
    }

    private static String end(String reason, String more) {
        return """
                {"toCheck": ["identity", "residence"], "checked": [{"criterion": "identity", "state": "MET"}],
                 "code": "OTHER", "reason": "%s"%s}
                """.formatted(reason, more);
    }

    /** Everything that is logged meanwhile, by the service and all its libraries, in place of the console. */
    private static String loggedAtDebug(Runnable work) {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ofTheTest = loggers.getLogger("org.springframework.web.client");
        Level usual = root.getLevel();
        Appender<ILoggingEvent> console = root.getAppender("CONSOLE");
        ListAppender<ILoggingEvent> list = new ListAppender<>();
        list.start();
        root.addAppender(list);
        root.detachAppender(console);
        ofTheTest.setLevel(Level.OFF);
        root.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            root.setLevel(usual);
            ofTheTest.setLevel(null);
            root.addAppender(console);
            root.detachAppender(list);
        }
        return List.copyOf(list.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }
}
