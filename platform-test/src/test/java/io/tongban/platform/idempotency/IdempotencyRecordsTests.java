package io.tongban.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tongban.platform.idempotency.Beginning.AnswerLost;
import io.tongban.platform.idempotency.Beginning.InUse;
import io.tongban.platform.idempotency.Beginning.OtherBody;
import io.tongban.platform.idempotency.Beginning.Started;
import io.tongban.platform.migration.Migration;
import io.tongban.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Who may take a key over, by what the database knows of its holder. */
class IdempotencyRecordsTests {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private final String id = UUID.randomUUID().toString();
    private final IdempotencyRecords first = recordsOf(FIRST);
    private final IdempotencyRecords second = recordsOf(SECOND);
    private final Connection firstReplica = presence(FIRST);
    private final Connection secondReplica = presence(SECOND);

    IdempotencyRecordsTests() throws SQLException {}

    @BeforeAll
    static void migrate() {
        new Migration(DATABASE.settingsOfMigrate(new MockEnvironment()
                        .withProperty("spring.flyway.locations", "classpath:db/platform")
                        .withProperty("spring.flyway.placeholders.runtimeRole", DATABASE.runtimeRole())))
                .run();
    }

    @AfterEach
    void bothReplicasGo() throws SQLException {
        firstReplica.close();
        secondReplica.close();
    }

    @Test
    void aKeyOfAReplicaThatLivesIsInUse() {
        assertThat(first.begin(id, "body")).isInstanceOf(Started.class);

        assertThat(second.begin(id, "body")).isInstanceOf(InUse.class);
        assertThat(first.begin(id, "body")).as("at the same replica").isInstanceOf(InUse.class);
    }

    @Test
    void aKeyOfAReplicaThatIsGoneIsTakenOverAndItsOldAttemptCannotCommit() throws SQLException {
        UUID gone = started(first.begin(id, "body"));
        firstReplica.close();

        assertThat(second.begin(id, "another body")).isInstanceOf(OtherBody.class);
        UUID next = started(second.begin(id, "body"));
        assertThat(first.commit(id, gone)).isFalse();
        assertThat(second.commit(id, next)).isTrue();
    }

    @Test
    void ofManyWhoFindAHolderGoneOneTakesOver() throws Exception {
        started(first.begin(id, "body"));
        firstReplica.close();

        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            Callable<Beginning> takesOver = () -> second.begin(id, "body");
            int taken = 0;
            for (Future<Beginning> beginning : executor.invokeAll(Collections.nCopies(16, takesOver))) {
                taken += beginning.get(10, TimeUnit.SECONDS) instanceof Started ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void aCommitUnderWayIsWaitedFor() throws Exception {
        UUID committing = started(first.begin(id, "body"));
        try (Connection act = DriverManager.getConnection(DATABASE.url(), DATABASE.runtimeRole(), DATABASE.password());
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            act.setAutoCommit(false);
            IdempotencyRecords within = new IdempotencyRecords(
                    JdbcClient.create(new SingleConnectionDataSource(act, true)),
                    Duration.ofHours(24),
                    Duration.ofSeconds(60),
                    () -> FIRST);
            assertThat(within.commit(id, committing)).isTrue();
            firstReplica.close();

            Future<Beginning> waiting = executor.submit(() -> second.begin(id, "body"));
            awaitSomebodyWaitingForALock();
            act.commit();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(AnswerLost.class);
        }
    }

    @Test
    void whatAReplicaThatIsGoneCommittedIsNeverDoneAgain() throws SQLException {
        UUID committed = started(first.begin(id, "body"));
        assertThat(first.commit(id, committed)).isTrue();
        assertThat(second.begin(id, "body")).as("its answer may come").isInstanceOf(InUse.class);

        firstReplica.close();
        assertThat(second.begin(id, "body")).isInstanceOf(AnswerLost.class);
    }

    @Test
    void anAttemptWhoseReplicaHasNoSessionAtTheMomentHasItsTime() throws SQLException {
        firstReplica.close(); // unnoticed

        assertThat(first.begin(id, "body")).isInstanceOf(Started.class);
        assertThat(second.begin(id, "body")).isInstanceOf(InUse.class);

        String other = UUID.randomUUID().toString();
        assertThat(recordsOf(null).begin(other, "body")).isInstanceOf(Started.class);
        assertThat(second.begin(other, "body")).isInstanceOf(InUse.class);
    }

    @Test
    void whatHasExpiredIsSweptAFewAtATimeAndThenLookedForAgainInAMinute() {
        expired(120);
        IdempotencyRecords started = recordsOf(FIRST);

        begin(started);
        assertThat(expired()).isEqualTo(70);
        begin(started);
        begin(started);
        assertThat(expired()).isZero();

        expired(1);
        begin(started);
        assertThat(expired()).as("looked for a moment ago").isEqualTo(1);
        begin(recordsOf(FIRST));
        assertThat(expired()).isZero();
    }

    private static void begin(IdempotencyRecords records) {
        assertThat(records.begin(UUID.randomUUID().toString(), "body")).isInstanceOf(Started.class);
    }

    private static void expired(int number) {
        DATABASE.asOwner().sql("""
                        insert into idempotency_record (id, request_digest, attempt, state, locked_until, expires_at)
                        select 'expired ' || each, 'body', uuidv7(), 'running', now(), now() - interval '1 second'
                        from generate_series(1, :number) as each
                        """).param("number", number).update();
    }

    private static int expired() {
        return DATABASE.asOwner()
                .sql("select count(*) from idempotency_record where expires_at <= now()")
                .query(Integer.class)
                .single();
    }

    private static void awaitSomebodyWaitingForALock() {
        JdbcClient looks = DATABASE.asSuperuser();
        await().until(() -> looks.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single());
    }

    private static UUID started(Beginning beginning) {
        assertThat(beginning).isInstanceOf(Started.class);
        return ((Started) beginning).attempt();
    }

    private static IdempotencyRecords recordsOf(@Nullable Long replica) {
        return new IdempotencyRecords(
                DATABASE.asRuntime(), Duration.ofHours(24), Duration.ofSeconds(60), () -> replica);
    }

    private static Connection presence(long replica) throws SQLException {
        Connection connection =
                DriverManager.getConnection(DATABASE.url(), DATABASE.runtimeRole(), DATABASE.password());
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + replica + ")");
        }
        return connection;
    }
}
