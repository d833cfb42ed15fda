package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A sandbox can set the business clock on its management port; here it has neither a database nor an issuer. */
class SandboxClockTests {

    private static final ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Sandbox.class).run(arguments());

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void theClockIsSetAndGoesOnTicking() {
        EntityExchangeResult<String> set = put("{\"now\": \"2017-04-06T09:30:00+08:00\"}");
        assertThat(set.getStatus().value()).as(set.getResponseBody()).isEqualTo(200);

        OffsetDateTime first = read();
        OffsetDateTime second = read();
        assertThat(first)
                .isBetween(
                        OffsetDateTime.parse("2017-04-06T09:30:00+08:00"),
                        OffsetDateTime.parse("2017-04-06T09:31:00+08:00"));
        assertThat(second).isAfter(first);
        assertThat(first.getOffset()).hasToString("+08:00");
    }

    @Test
    void theSystemClockStaysReal() {
        put("{\"now\": \"2017-04-06T09:30:00+08:00\"}");
        assertThat(Duration.between(context.getBean(Clock.class).instant(), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void nonsenseDoesNotSetIt() {
        put("{\"now\": \"2017-04-06T09:30:00+08:00\"}");
        assertThat(put("{\"now\": \"yesterday\"}").getStatus().is4xxClientError())
                .isTrue();
        assertThat(put("{}").getStatus().is4xxClientError()).isTrue();
        assertThat(read().getYear()).isEqualTo(2017);
    }

    @Test
    void itIsNotOnTheMainPort() {
        assertThat(client("local.server.port")
                        .get()
                        .uri("/actuator/businessclock")
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void whileTheIssuerCannotBeAskedTokensAreNotRefusedButPostponed() {
        EntityExchangeResult<String> result = client("local.server.port")
                .get()
                .uri("/anything")
                .header("Authorization", "Bearer " + someToken())
                .exchange()
                .returnResult(String.class);
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(503);
        assertThat(result.getResponseHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(result.getResponseBody()).contains("/errors/unavailable");
    }

    private static String someToken() {
        return new TestTokens(context.getEnvironment()).token().sign();
    }

    private static OffsetDateTime read() {
        String body = client("local.management.port")
                .get()
                .uri("/actuator/businessclock")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(body).matches("\\{\"now\":\"[^\"]+\"}");
        return OffsetDateTime.parse(
                String.valueOf(body).substring(8, String.valueOf(body).length() - 2));
    }

    private static EntityExchangeResult<String> put(String body) {
        return client("local.management.port")
                .put()
                .uri("/actuator/businessclock")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class);
    }

    private static RestTestClient client(String port) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getRequiredProperty(port))
                .build();
    }

    private static String[] arguments() {
        return new String[] {
            "--server.port=0",
            "--management.server.port=0",
            "--tongban.environment=sandbox",
            "--tongban.clock.settable=true",
            "--tongban.security.issuer=http://127.0.0.1:1/nobody",
            "--tongban.security.audience=sample"
        };
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Sandbox {}
}
