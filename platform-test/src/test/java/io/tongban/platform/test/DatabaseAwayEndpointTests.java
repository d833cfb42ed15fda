package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A database that is away, full or frozen is a 503 within seconds, and the service goes on by itself afterwards. */
@SampleServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayEndpointTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DataSource pool;

    @Autowired
    private MakeThingController controller;

    @Autowired
    private Things things;

    @Test
    void aDatabaseThatLetsNobodyInIs503(CapturedOutput log) {
        String key = UUID.randomUUID().toString();
        database.refuseConnections();
        try {
            assertUnavailable(post("/things", key, "thing " + key)); // the key is looked up before the controller
            assertUnavailable(post("/things/twice", null, "thing " + key));
        } finally {
            database.allowConnections();
        }
        assertThat(post("/things", key, "thing " + key).getStatus().value()).isEqualTo(201);
        assertThat(log.getAll()).contains("The database is away or full").doesNotContain("\tat io.tongban");
    }

    @Test
    void aSessionThatIsKilledInTheMidstIs503AndItsKeyIsFree() throws Exception {
        database.awaitPresence();
        String key = UUID.randomUUID().toString();
        controller.arrived = new CountDownLatch(1);
        controller.mayGoOn = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> slow = executor.submit(() -> post("/things", key, "slow " + key));
            assertThat(controller.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            database.refuseConnections();
            controller.mayGoOn.countDown();
            assertUnavailable(slow.get(20, TimeUnit.SECONDS));
        } finally {
            database.allowConnections();
        }
        controller.mayGoOn = new CountDownLatch(0);
        EntityExchangeResult<String> again = post("/things", key, "slow " + key);
        assertThat(again.getStatus().value()).as(again.getResponseBody()).isEqualTo(201);
    }

    @Test
    void aPoolThatIsEmptyIs503() throws Exception {
        int all = pool.unwrap(HikariDataSource.class).getMaximumPoolSize();
        CountDownLatch held = new CountDownLatch(all);
        CountDownLatch mayLeave = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> holders = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                holders.add(executor.submit(() -> {
                    try (Connection connection = pool.getConnection()) {
                        held.countDown();
                        return connection.isValid(1) && mayLeave.await(30, TimeUnit.SECONDS);
                    }
                }));
            }
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            assertUnavailable(post("/things/twice", null, "thing"));
            mayLeave.countDown();
            for (Future<Boolean> holder : holders) {
                assertThat(holder.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(post("/things", UUID.randomUUID().toString(), "thing")
                        .getStatus()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void aStatementThatWaitsForALockIs503() throws Exception {
        try (Connection owner = database.connectionOfOwner()) {
            owner.setAutoCommit(false);
            try (Statement lock = owner.createStatement()) {
                lock.execute("lock table thing in access exclusive mode");
            }
            assertUnavailable(post("/things/twice", null, "thing"));
            owner.rollback();
        }
    }

    @Test
    void aTransactionOfManySlowStatementsIs503LeavesNothingAndItsKeyIsFree() {
        String key = UUID.randomUUID().toString();
        String name = "many statements " + key;

        assertUnavailable(post("/things", key, name));

        assertThat(things.count(name)).isZero();
        assertThat(post("/things", key, "thing").getStatus().value()).isEqualTo(201);
    }

    private static void assertUnavailable(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(answer.getResponseBody()).contains("\"/errors/unavailable\"");
    }

    private EntityExchangeResult<String> post(String path, @Nullable String key, String name) {
        return http.post()
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(tokens.withRoles("maker"));
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body("{\"name\": \"" + name + "\"}")
                .exchange()
                .returnResult(String.class);
    }
}
