package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tongban.platform.migration.Migration;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A server of the database that freezes or dies: 503 within the time-outs, and the service goes on by itself once it is back. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes know no signals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerLostTests {

    private final MortalServer server = MortalServer.start();
    private final TestDatabase database = server.database();
    private final ConfigurableApplicationContext service = new SpringApplicationBuilder(
                    SampleService.class, Fixtures.class)
            .properties("server.port=0", "management.server.port=0", "tongban.security.audience=sample")
            .initializers(context -> new Migration(database.settingsOfMigrate(context.getEnvironment())).run())
            .run(
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.runtimeRole(),
                    "--spring.datasource.password=" + database.password());
    private final MakeThingController controller = service.getBean(MakeThingController.class);
    private final Things things = service.getBean(Things.class);
    private String key = "";

    ServerLostTests() throws Exception {}

    @AfterAll
    void stop() throws Exception {
        service.close();
        server.close();
    }

    @BeforeEach
    void allIsWell() {
        key = UUID.randomUUID().toString();
        database.awaitPresence();
        assertThat(post("/things", key, "thing " + key).getStatus().value()).isEqualTo(201);
    }

    @Test
    void aServerThatFreezesIs503AndAllGoesOnWhenItIsBack() throws Exception {
        String slow = "slow " + key;
        String amidst = "many statements " + key;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> beforeItsTransaction = arrived(executor, slow);
            Future<EntityExchangeResult<String>> withinIts = executor.submit(() -> post("/things", slow + "2", amidst));
            await().until(() -> database.asOwner()
                    .sql("select exists (select from pg_locks where relation = 'thing'::regclass)")
                    .query(Boolean.class)
                    .single());

            server.freeze();
            try {
                controller.mayGoOn.countDown();
                assertUnavailable(executor.submit(() -> post("/things", key + "2", "thing")));
                assertUnavailable(executor.submit(() -> post("/things/twice", null, "thing")));
                assertUnavailable(beforeItsTransaction);
                assertUnavailable(withinIts);
            } finally {
                server.thaw();
            }
        }

        assertGoesOn(slow);
        assertThat(things.count(amidst)).isZero();
    }

    @Test
    void aServerThatDiesIs503AndAllGoesOnWhenItIsBack() throws Exception {
        String slow = "slow " + key;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> amidst = arrived(executor, slow);

            server.kill();
            try {
                controller.mayGoOn.countDown();
                assertUnavailable(executor.submit(() -> post("/things", key + "2", "thing")));
                assertUnavailable(executor.submit(() -> post("/things/twice", null, "thing")));
                assertUnavailable(amidst);
            } finally {
                server.startAgain();
            }
        }

        assertGoesOn(slow);
    }

    /** Nobody started the service again, and what was begun before is done once. */
    private void assertGoesOn(String slow) {
        controller.mayGoOn = new CountDownLatch(0);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> post("/things", slow, slow).getStatus().value() == 201);
        assertThat(things.count(slow)).isEqualTo(1);
        assertThat(post("/things", key + "3", "thing").getStatus().value()).isEqualTo(201);
    }

    private Future<EntityExchangeResult<String>> arrived(ExecutorService executor, String slow) throws Exception {
        controller.arrived = new CountDownLatch(1);
        controller.mayGoOn = new CountDownLatch(1);
        Future<EntityExchangeResult<String>> call = executor.submit(() -> post("/things", slow, slow));
        assertThat(controller.arrived.await(10, TimeUnit.SECONDS)).isTrue();
        return call;
    }

    /** None is waited for longer than the gateway would. */
    private static void assertUnavailable(Future<EntityExchangeResult<String>> call) throws Exception {
        EntityExchangeResult<String> answer = call.get(25, TimeUnit.SECONDS);
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(answer.getResponseBody()).contains("\"/errors/unavailable\"");
    }

    private EntityExchangeResult<String> post(String path, @Nullable String key, String name) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .build()
                .post()
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(service.getBean(TestTokens.class).withRoles("maker"));
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    if (key != null) {
                        headers.set("Idempotency-Key", key.replace(' ', '-'));
                    }
                })
                .body("{\"name\": \"" + name + "\"}")
                .exchange()
                .returnResult(String.class);
    }

    @Import({TestTokens.class, TestKeys.class})
    static class Fixtures {}
}
