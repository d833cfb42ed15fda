package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The management port says how the service is. */
@SampleServiceTest
class ManagementTests {

    @LocalManagementPort
    private int port;

    @Autowired
    private TestDatabase database;

    private RestTestClient management = RestTestClient.bindToServer().build();

    @BeforeEach
    void bind() {
        management = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/actuator")
                .build();
    }

    @Test
    void prometheusAnswersWithoutAToken() {
        EntityExchangeResult<String> result = get("/prometheus");
        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(result.getResponseBody()).contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    void nothingElseIsExposed() {
        for (String path : new String[] {"/env", "/beans", "/heapdump", "/loggers", "/businessclock"}) {
            assertThat(get(path).getStatus().value()).as(path).isEqualTo(404);
        }
        assertThat(RestTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .build()
                        .get()
                        .uri("/open/today")
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/no-such-thing, 404, not-found",
        "GET, /actuator/health/no-such-thing, 404, not-found",
        "GET, /no-such-thing, 404, not-found",
        "POST, /actuator/health, 405, method-not-allowed",
        "TRACE, /actuator/health, 405, method-not-allowed",
        "GET, /actuator;no-such-thing, 400, bad-request",
        "GET, /%zzno-such-thing, 400, bad-request",
        "GET, /actuator//no-such-thing, 400, bad-request",
    })
    void whatIsRefusedIsAProblemThatDoesNotRepeatTheAddress(String method, String path, int status, String slug)
            throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo("zh");
        assertThat(answer.body()).contains("\"/errors/" + slug + "\"");
        assertThat(answer.whole()).doesNotContain("no-such-thing");
    }

    @Test
    void withoutItsDatabaseAServiceIsAliveAndNotReady() {
        assertThat(get("/health/readiness").getStatus().value()).isEqualTo(200);
        database.refuseConnections();
        try {
            EntityExchangeResult<String> readiness = get("/health/readiness");
            assertThat(readiness.getStatus().value()).isEqualTo(503);
            assertThat(readiness.getResponseBody())
                    .contains("\"db\":{\"status\":\"DOWN\"")
                    .doesNotContain(database.runtimeRole());
            assertThat(get("/health/liveness").getStatus().value()).isEqualTo(200);
        } finally {
            database.allowConnections();
        }
        assertThat(get("/health/readiness").getStatus().value()).isEqualTo(200);
    }

    private EntityExchangeResult<String> get(String path) {
        return management.get().uri(path).exchange().returnResult(String.class);
    }
}
