package io.tongban.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.OtherReplica;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Two replicas over one database, of which one is killed in the midst of its work. The database is this test's own: due work does
 * all that is due.
 */
@PermitServiceTest
@TestPropertySource(properties = "spring.application.name=permit-service-of-two-replicas")
class TwoReplicasTests {

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 4, 6);
    private static final LocalDate SETTLED_ON = LocalDate.of(2017, 4, 18);

    /** Less than the service waits, and longer than it lives. */
    private static final Duration NEVER = Duration.ofSeconds(9);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Environment environment;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private RecurringTask<Void> waitedForTask;

    @Test
    void doEachActOnceAndTheOtherGoesOnWhenOneIsKilled() throws Exception {
        neighbours.reset();
        clock.reset();
        breakers.circuitBreaker("insurance-adapter").reset();
        dueWorkIn("1 hour");
        try (OtherReplica other = OtherReplica.start(PermitServiceApplication.class, environment, database)) {
            other.setClock(APPLIED_ON.atTime(LocalTime.of(9, 30)).atZone(BusinessClock.ZONE));
            neighbours.monthsPaid(APPLIED_ON, YearMonth.of(2016, 4), YearMonth.of(2017, 2), YearMonth.of(2017, 3));

            Answer opened = openedOnceUnderOneKey(other);
            acceptedOnce(opened, other);
            goesOnAfterTheOtherIsKilled(opened, other);
        } finally {
            neighbours.reset();
            clock.reset();
            database.asOwner().sql("delete from scheduled_tasks").update();
        }
    }

    private Answer openedOnceUnderOneKey(OtherReplica other) throws Exception {
        String key = UUID.randomUUID().toString();
        int before = cases();

        List<Answer> answers = Flood.atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Answer>) () -> open(key, i % 2 == 0 ? 0 : other.port()))
                .toList());

        assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
        assertThat(cases()).isEqualTo(before + 1);
        Answer again = open(key, other.port()).expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .allSatisfy(answer -> assertThat(answer.text()).isEqualTo(again.text()));
        return again;
    }

    private void acceptedOnce(Answer opened, OtherReplica other) throws Exception {
        List<Answer> answers = Flood.atOnce(Stream.of(0, other.port())
                .map(port -> (Callable<Answer>) () ->
                        window.clerk("clerk-1").at(port).ifMatch(opened).post(opened.path() + "/acceptance", Map.of()))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
        assertThat(ledger(opened)).containsOnlyOnce("RECEIVED_PROVISIONALLY");
    }

    /** One act and the due work are under way at the other when it is killed. */
    private void goesOnAfterTheOtherIsKilled(Answer provisional, OtherReplica other) throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> facts = TestWindow.factsOfSomebodyElse();
        int before = cases();
        clock.set(SETTLED_ON);
        other.setClock(SETTLED_ON.atTime(LocalTime.of(9, 30)).atZone(BusinessClock.ZONE));
        neighbours.monthsPaidButSlowly(NEVER, SETTLED_ON, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        int asked = neighbours.queries().size();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> cutOff = executor.submit(() -> open(key, other.port(), facts));
            dueWorkIn("0 seconds");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> neighbours.queries().size() == asked + 2 && dueWorkIsPicked());
            assertThat(open(key, 0, facts).expect(409).text()).contains("idempotency-key-in-use");

            other.kill();
            neighbours.monthsPaid(SETTLED_ON, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> open(key, 0, facts).status() == 201);
            assertThat(cutOff).failsWithin(10, TimeUnit.SECONDS);
        }
        assertThat(cases()).isEqualTo(before + 1);

        heartbeatsAreMissing();
        Scheduler survivor = TestScheduler.survivor(dataSource, waitedForTask, environment);
        survivor.start();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ledger(provisional)).contains("ACCEPTED"));
        } finally {
            survivor.stop();
        }
        assertThat(ledger(provisional)).containsOnlyOnce("ACCEPTED");
    }

    private Answer open(String key, int port) {
        return open(key, port, TestWindow.facts());
    }

    private Answer open(String key, int port, Map<String, Object> facts) {
        return window.clerk("clerk-1").at(port).header("Idempotency-Key", key).post("/api/v1/cases", facts);
    }

    private List<String> ledger(Answer opened) {
        Answer ledger = window.applicant(TestWindow.ID_NUMBER)
                .get(opened.path() + "/ledger")
                .expect(200);
        assertThat(ledger.at("/chain/intact")).isEqualTo("true");
        List<String> types = new ArrayList<>();
        for (JsonNode event : ledger.json().at("/items")) {
            types.add(event.path("type").asString());
        }
        return types;
    }

    private int cases() {
        return database.asOwner()
                .sql("select count(*) from case_file")
                .query(Integer.class)
                .single();
    }

    private void dueWorkIn(String interval) {
        database.asOwner().sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('due-work', 'recurring', now() + cast(:interval as interval), false, 1)
                        on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
                        """).param("interval", interval).update();
    }

    private boolean dueWorkIsPicked() {
        return database.asOwner()
                .sql("select picked from scheduled_tasks where task_name = 'due-work'")
                .query(Boolean.class)
                .single();
    }

    /** As if nobody had looked for half a minute. */
    private void heartbeatsAreMissing() {
        assertThat(database.asOwner()
                        .sql("update scheduled_tasks set last_heartbeat = now() - interval '30 seconds' where picked")
                        .update())
                .isEqualTo(1);
    }
}
