package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A POST that creates does so once. */
@SampleServiceTest
class IdempotencyTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Things things;

    @Autowired
    private MakeThingController controller;

    private final String key = UUID.randomUUID().toString();
    private final String name = "thing " + key;

    @Test
    void theSameRequestIsAnsweredAgainAndCreatesNothing() {
        EntityExchangeResult<String> first = post("/things", "maker-1", key, name);
        EntityExchangeResult<String> second = post("/things", "maker-1", key, name);

        assertThat(first.getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).contains(name);
        assertThat(second.getResponseHeaders().getLocation())
                .isNotNull()
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(second.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(second.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getResponseHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        post("/things", "maker-1", key, name);
        assertProblem(post("/things", "maker-1", key, name + " and more"), 422, "idempotency-key-reused");
        assertThat(things.count(name + " and more")).isZero();
    }

    @Test
    void aKeyBelongsToItsCaller() {
        post("/things", "maker-1", key, name);
        assertThat(post("/things", "maker-2", key, name).getResponseHeaders().getFirst("Idempotency-Replayed"))
                .isNull();
        assertThat(things.count(name)).isEqualTo(2);
    }

    @Test
    void aKeyBelongsToItsAddress() {
        post("/things", "maker-1", key, name);
        assertThat(post("/other-things", "maker-1", key, name).getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(things.count(name)).isEqualTo(2);
    }

    @Test
    void aKeyIsRequiredAndMustBeSane() {
        assertProblem(post("/things", "maker-1", null, name), 400, "idempotency-key-missing");
        assertProblem(post("/things", "maker-1", " ", name), 400, "idempotency-key-missing");
        assertProblem(post("/things", "maker-1", "k".repeat(256), name), 400, "idempotency-key-missing");
        assertThat(things.count(name)).isZero();
    }

    @Test
    void ofTwoAtTheSameTimeOneWorksAndTheOtherIsToldSo() throws Exception {
        controller.arrived = new CountDownLatch(1);
        controller.mayGoOn = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> first =
                    executor.submit(() -> post("/things", "maker-1", key, "slow " + key));
            assertThat(controller.arrived.await(10, TimeUnit.SECONDS)).isTrue();

            EntityExchangeResult<String> second = post("/things", "maker-1", key, "slow " + key);
            assertProblem(second, 409, "idempotency-key-in-use");
            assertThat(second.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                    .isEqualTo("1");

            controller.mayGoOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(HttpStatus.CREATED);
        }
        assertThat(things.count("slow " + key)).isEqualTo(1);
    }

    @Test
    void aSlowAttemptThatWasTakenOverCannotCommit() throws Exception {
        controller.arrived = new CountDownLatch(1);
        controller.mayGoOn = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> slow =
                    executor.submit(() -> post("/things", "maker-1", key, "slow " + key));
            assertThat(controller.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            everyLockRunsOut();
            database.asOwner()
                    .sql("update idempotency_record set attempt = :other where state = 'running'")
                    .param("other", UUID.randomUUID())
                    .update();

            controller.mayGoOn.countDown();
            assertProblem(slow.get(10, TimeUnit.SECONDS), 409, "idempotency-key-in-use");
        }
        assertThat(things.count("slow " + key)).isZero();
        database.asOwner().sql("delete from idempotency_record").update();
    }

    @Test
    void aKeyIsFreeAtOnceWhenItsHolderIsGoneAndTheActHappensOnce() throws Exception {
        database.awaitPresence();
        controller.arrived = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        controller.mayGoOn = first;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<EntityExchangeResult<String>> gone =
                    executor.submit(() -> post("/things", "maker-1", key, "slow " + key));
            assertThat(controller.arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertProblem(post("/things", "maker-1", key, "slow " + key), 409, "idempotency-key-in-use");

            database.endPresence();
            controller.mayGoOn = new CountDownLatch(0);
            EntityExchangeResult<String> second = post("/things", "maker-1", key, "slow " + key);
            assertThat(second.getStatus()).as(second.getResponseBody()).isEqualTo(HttpStatus.CREATED);

            first.countDown(); // what was believed dead lives, and comes too late
            assertProblem(gone.get(10, TimeUnit.SECONDS), 409, "idempotency-key-in-use");
            assertThat(post("/things", "maker-1", key, "slow " + key).getResponseBody())
                    .isEqualTo(second.getResponseBody());
        }
        assertThat(things.count("slow " + key)).isEqualTo(1);
    }

    @Test
    void afterARefusalTheKeyIsFree() {
        assertProblem(post("/things", "maker-1", key, "refused"), 404, "not-found");
        assertThat(post("/things", "maker-1", key, name).getStatus()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void whatWasCommittedBeforeAFailureIsNeverRepeated() {
        String broken = "committed, then broken " + key;
        assertProblem(post("/things", "maker-1", key, broken), 500, "internal");
        assertProblem(post("/things", "maker-1", key, broken), 409, "idempotency-key-in-use");
        everyLockRunsOut();
        assertProblem(post("/things", "maker-1", key, broken), 409, "idempotency-answer-lost");
        assertThat(things.count(broken)).isEqualTo(1);
    }

    @Test
    void anExpiredKeyIsNewAgain() {
        post("/things", "maker-1", key, name);
        database.asOwner()
                .sql("update idempotency_record set expires_at = now() - interval '1 second'")
                .update();
        assertThat(post("/things", "maker-1", key, name).getStatus()).isEqualTo(HttpStatus.CREATED);
        assertThat(things.count(name)).isEqualTo(2);
    }

    @Test
    void nothingReadableIsStored() {
        String secret = "secret-" + key;
        assertThat(post("/things", "maker-1", key, secret).getStatus()).isEqualTo(HttpStatus.CREATED);
        JdbcClient owner = database.asOwner();
        assertThat(owner.sql(
                                "select count(*) from idempotency_record where state = 'answered' and octet_length(answer) > 100")
                        .query(Integer.class)
                        .single())
                .isPositive();
        for (String hidden : new String[] {secret, key, "maker-1", "/things"}) {
            assertThat(owner.sql("""
                            select count(*) from idempotency_record
                            where position(convert_to(:hidden, 'UTF8') in answer) > 0
                               or row(id, request_digest)::text like '%' || :hidden || '%'
                            """)
                            .param("hidden", hidden)
                            .query(Integer.class)
                            .single())
                    .as(hidden)
                    .isZero();
        }
    }

    private void everyLockRunsOut() {
        database.asOwner()
                .sql(
                        "update idempotency_record set locked_until = now() - interval '1 second' where state <> 'answered'")
                .update();
    }

    private EntityExchangeResult<String> post(
            String path, String subject, @Nullable String idempotencyKey, String thing) {
        String token = tokens.token().subject(subject).roles("maker").sign();
        return http.post()
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    if (idempotencyKey != null) {
                        headers.set("Idempotency-Key", idempotencyKey);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"" + thing + "\"}")
                .exchange()
                .returnResult(String.class);
    }

    private static void assertProblem(EntityExchangeResult<String> result, int status, String slug) {
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponseBody()).contains("\"/errors/" + slug + "\"");
    }
}
