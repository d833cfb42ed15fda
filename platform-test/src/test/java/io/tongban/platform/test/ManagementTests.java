package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
