package io.tongban.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What libraries and our own classes may say once an operator has turned loggers up. */
@ExtendWith(OutputCaptureExtension.class)
class QuietLibrariesTests {

    private static final String LIBRARY = "org.springframework.security.web.FilterChainProxy";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--logging.level.root=trace",
                "--logging.level.org.springframework.security=trace",
                "--logging.level." + LIBRARY + "=trace",
                "--logging.level.web=trace",
                "--debug",
                "--trace"
            })
    void noSettingLetsALibrarySayMoreThanInfo(String setting, CapturedOutput output) {
        try (ConfigurableApplicationContext started = started(setting)) {
            LoggerFactory.getLogger(LIBRARY).debug("sent: {}", "a-token");
            LoggerFactory.getLogger(LIBRARY).trace("sent: {}", "a-token");
            java.util.logging.Logger.getLogger("org.apache.catalina.Whatever").log(Level.FINE, "sent: a-token");

            assertThat(started.isActive()).isTrue();
            assertThat(LoggerFactory.getLogger(LIBRARY).isDebugEnabled()).isFalse();
            assertThat(output.getAll()).doesNotContain("a-token");
        }
    }

    @Test
    void whatALibrarySaysAtInfoIsLogged(CapturedOutput output) {
        try (ConfigurableApplicationContext started = started("--logging.level.root=info")) {
            LoggerFactory.getLogger(LIBRARY).info("in order");

            assertThat(started.isActive()).isTrue();
            assertThat(output.getAll()).contains("in order");
        }
    }

    @Test
    void ourOwnClassesSayWhatIsAskedOfThem(CapturedOutput output) {
        try (ConfigurableApplicationContext started = started("--logging.level.io.tongban=debug")) {
            LoggerFactory.getLogger("io.tongban.Whatever").debug("in detail");
            LoggerFactory.getLogger("io.tongbanlike.Whatever").debug("of somebody else");

            assertThat(started.isActive()).isTrue();
            assertThat(output.getAll()).contains("in detail").doesNotContain("of somebody else");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.coyote.http11.Http11Processor, INFO, WARNING",
        "org.apache.tomcat.util.http.parser.Cookie, INFO, WARNING",
        "org.springframework.web.servlet.PageNotFound, WARNING, SEVERE",
    })
    void someLibrariesSayLess(String logger, String quiet, String said, CapturedOutput output) {
        try (ConfigurableApplicationContext started = started("--logging.level." + logger + "=trace")) {
            java.util.logging.Logger.getLogger(logger).log(Level.parse(quiet), "sent: a-token");
            java.util.logging.Logger.getLogger(logger).log(Level.parse(said), "in order");

            assertThat(started.isActive()).isTrue();
            assertThat(output.getAll()).doesNotContain("a-token").contains("in order");
        }
    }

    private static ConfigurableApplicationContext started(String setting) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(setting);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
