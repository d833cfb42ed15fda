package io.tongban.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.OtherReplica;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Two replicas over one database, of which one is killed in the midst of an act. */
@CommunityTest
class TwoReplicasTests {

    private static final LocalDate DAY = LocalDate.of(2017, 6, 21);
    private static final String COVERS_LUNCH = """
            {"workingDays": [{"opens": "08:30", "closes": "17:00"}], "weekends": []}""";

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Environment environment;

    @Autowired
    private DueWork dueWork;

    private final String applicant = "applicant-" + UUID.randomUUID();

    @Test
    void doEachActOnceAndTheOtherGoesOnWhenOneIsKilled() throws Exception {
        clock.set(DAY);
        try (OtherReplica other = OtherReplica.start(CommunityServiceApplication.class, environment, database)) {
            other.setClock(DAY.atTime(LocalTime.of(9, 30)).atZone(BusinessClock.ZONE));
            Api there = api.at(other.port());
            doesItsDueWork();

            takesOneTicketUnderOneKey(there);
            changesAWindowOnce(there);
            goesOnAfterTheOtherIsKilled(there, other);
        } finally {
            clock.reset();
        }
    }

    private void takesOneTicketUnderOneKey(Api there) throws Exception {
        String key = UUID.randomUUID().toString();

        List<Api.Answer> answers = Flood.atOnce(
                List.of(() -> take(api, key), () -> take(there, key), () -> take(api, key), () -> take(there, key)));

        assertThat(answers).extracting(Api.Answer::status).contains(201).isSubsetOf(201, 409);
        assertThat(tickets()).isEqualTo(1);
        Api.Answer again = take(there, key).expect(201);
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(take(api, key).expect(201).body()).isEqualTo(again.body());
    }

    /** Whose scheduler runs; that of this process does not. */
    private void doesItsDueWork() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.asOwner()
                                .sql("select count(*) from scheduled_tasks where last_success is not null")
                                .query(Integer.class)
                                .single()
                        == dueWork.kinds());
    }

    private void changesAWindowOnce(Api there) throws Exception {
        String admin = api.tierAdmin("330104000000");
        String window = "/api/v1/windows/"
                + api.post("/api/v1/windows", admin, """
                        {"division": "330104008003", "centre": "试验便民服务站", "name": "窗口 %s", "authority": "police-330104",
                         "items": ["residence-registration"], "hours": %s}
                        """.formatted(UUID.randomUUID(), COVERS_LUNCH))
                        .expect(201)
                        .text("id");

        List<Api.Answer> answers = Flood.atOnce(List.of(
                () -> api.put(window + "/hours", admin, "\"1\"", COVERS_LUNCH),
                () -> there.put(window + "/hours", admin, "\"1\"", COVERS_LUNCH)));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(there.get(window, Api.NOBODY).headers().getETag()).isEqualTo("\"2\"");
    }

    /** It waits for a lock when it is killed, so the server still has its statement. */
    private void goesOnAfterTheOtherIsKilled(Api there, OtherReplica other) throws Exception {
        String key = UUID.randomUUID().toString();
        clock.set(DAY.plusDays(1));
        other.setClock(DAY.plusDays(1).atTime(LocalTime.of(9, 30)).atZone(BusinessClock.ZONE));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> cutOff;
            try (Connection owner =
                            DriverManager.getConnection(database.url(), database.ownerRole(), database.password());
                    Statement lock = owner.createStatement()) {
                owner.setAutoCommit(false);
                lock.execute("lock table ticket in share row exclusive mode");
                cutOff = executor.submit(() -> take(there, key));
                await().pollInterval(Duration.ofMillis(10))
                        .until(() -> database.asOwner()
                                .sql(
                                        "select exists (select from pg_locks where relation = 'ticket'::regclass and not granted)")
                                .query(Boolean.class)
                                .single());
                other.kill();
                owner.rollback();
            }
            await().atMost(Duration.ofSeconds(5)).until(() -> take(api, key).status() == 201);
            assertThat(cutOff).failsWithin(10, TimeUnit.SECONDS);
        }
        assertThat(tickets()).isEqualTo(2);
    }

    private Api.Answer take(Api replica, String key) {
        return replica.post("/api/v1/tickets", api.applicant(applicant), key, """
                {"window": "%s", "item": "residence-permit"}
                """.formatted(Api.QIANJIANGYUAN));
    }

    private int tickets() {
        return database.asOwner()
                .sql("select count(*) from ticket where taken_by = :applicant")
                .param("applicant", applicant)
                .query(Integer.class)
                .single();
    }
}
