package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Several replicas look for due work; each case settles once. */
@PermitServiceTest
class SettlementOnceTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TestDatabase database;

    @Autowired
    private RecurringTask<Void> waitedForTask;

    @Autowired
    private SettleProvisionalCases settlement;

    private final List<Answer> provisional = new ArrayList<>();

    @BeforeEach
    void threeProvisionalCases() {
        neighbours.monthsPaid(
                LocalDate.of(2017, 4, 6), YearMonth.of(2016, 4), YearMonth.of(2017, 2), YearMonth.of(2017, 3));
        for (int i = 0; i < 3; i++) {
            Answer opened = window.openCaseOfSomebodyElse("clerk-1");
            provisional.add(window.clerk("clerk-1")
                    .ifMatch(opened)
                    .post(opened.path() + "/acceptance", Map.of())
                    .expect(200));
        }
        clock.set(LocalDate.of(2017, 4, 18));
        neighbours.monthsPaid(LocalDate.of(2017, 4, 18), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
    }

    @Test
    void withTwoSchedulersOnOneDatabase() {
        Scheduler one = scheduler("one");
        Scheduler other = scheduler("other");
        one.start();
        other.start();
        try {
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(provisional)
                            .allSatisfy(
                                    seen -> assertThat(read(seen).at("/state")).isEqualTo("ACCEPTED")));
        } finally {
            one.stop();
            other.stop();
        }

        assertEachAcceptedOnce();
    }

    @Test
    void evenIfTwoReplicasLookAtOnce() throws InterruptedException {
        List<Thread> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            replicas.add(Thread.ofVirtual().start(() -> settlement.doWhatIsDue(LocalDate.of(2017, 4, 18))));
        }
        for (Thread replica : replicas) {
            replica.join();
        }

        assertEachAcceptedOnce();
    }

    @Test
    void withoutWaitingForACaseThatCannotBeRead() {
        UUID broken = UUID.fromString(provisional.getFirst().at("/id"));
        String facts = database.asOwner()
                .sql("select encode(facts, 'hex') from case_check where case_id = :id")
                .param("id", broken)
                .query(String.class)
                .single();
        Tampering tampering = new Tampering(database, broken);
        tampering.looks("facts = decode('00', 'hex')");
        try {
            settlement.doWhatIsDue(LocalDate.of(2017, 4, 18));
        } finally {
            tampering.looks("facts = decode('" + facts + "', 'hex')");
        }

        assertThat(read(provisional.removeFirst()).at("/state")).isEqualTo("PROVISIONAL");
        assertEachAcceptedOnce();
    }

    private void assertEachAcceptedOnce() {
        for (Answer seen : provisional) {
            Answer ledger = window.reviewer("reviewer-1", "police-330104")
                    .get(seen.path() + "/ledger")
                    .expect(200);
            List<String> types = new ArrayList<>();
            for (JsonNode event : ledger.json().at("/items")) {
                types.add(event.path("type").asString());
            }
            assertThat(types)
                    .containsExactly(
                            "CASE_OPENED",
                            "ASSESSED",
                            "NOTICE_GIVEN",
                            "RECEIVED_PROVISIONALLY",
                            "ASSESSED",
                            "ACCEPTED");
            assertThat(ledger.at("/items/5/actor")).isEqualTo("service:settlement");
            assertThat(ledger.at("/chain/intact")).isEqualTo("true");
        }
    }

    private Scheduler scheduler(String name) {
        return Scheduler.create(dataSource)
                .schedulerName(() -> name)
                .startTasks(waitedForTask)
                .pollingInterval(Duration.ofMillis(50))
                .threads(2)
                .build();
    }

    private Answer read(Answer seen) {
        return window.reviewer("reviewer-1", "police-330104").get(seen.path()).expect(200);
    }
}
