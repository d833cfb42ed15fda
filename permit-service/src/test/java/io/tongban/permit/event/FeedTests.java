package io.tongban.permit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.reception.AddStatement;
import io.tongban.platform.StartRefused;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Whoever follows the feed hears of every event, those of a case in their order, whatever is written at the same time. */
@PermitServiceTest
class FeedTests {

    private static final String EVENTS = "/api/v1/events";

    @Autowired
    private TestCases cases;

    @Autowired
    private TestWindow window;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Autowired
    private AddStatement addStatement;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Feed feed;

    @Autowired
    private NoteMoments noteMoments;

    @Autowired
    private HeldEvents heldEvents;

    @Test
    void tellsWhatHappenedAndNothingOfTheApplicant() {
        String before = window.endOfFeed();
        Answer opened = cases.openedBesideOthers();
        window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        say(opened);

        Answer page = follow(before, 50);

        assertThat(texts(page, "type")).containsExactly("CASE_OPENED", "ASSESSED", "ACCEPTED", "STATEMENT_ADDED");
        assertThat(texts(page, "case")).containsOnly(opened.at("/id"));
        assertThat(page.at("/items/2/id")).isEqualTo(opened.at("/id") + ":3");
        assertThat(page.at("/items/2/data/decisionDueOn")).isEqualTo("2017-04-21");
        assertThat(page.json().at("/items/3/data").propertyNames()).containsExactly("kind");
        assertThat(page.text()).doesNotContain(TestWindow.NAME, TestWindow.ID_NUMBER, "30010001", "clerk-1", "很久");
        Answer ledger = window.applicant(TestWindow.ID_NUMBER)
                .get(opened.path() + "/ledger")
                .expect(200);
        assertThat(texts(page, "hash")).isEqualTo(texts(ledger, "hash"));
        assertThat(texts(page, "prevHash")).isEqualTo(texts(ledger, "prevHash"));
    }

    @Test
    void whatCommitsAfterAnAnswerComesAfterItsCursor() throws Exception {
        Answer first = cases.openedBesideOthers();
        Answer second = cases.openedBesideOthers();
        String before = window.endOfFeed();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);

        String next;
        List<String> ids = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> firstWriter = executor.submit(() -> transactions.execute(transaction -> {
                sayDirectly(first);
                written.countDown();
                return awaited(read);
            }));
            assertThat(written.await(3, TimeUnit.SECONDS)).isTrue();
            say(second);

            Answer meanwhile = follow(before, 50);
            ids.addAll(texts(meanwhile, "id"));
            next = meanwhile.at("/next");
            read.countDown();
            firstWriter.get(5, TimeUnit.SECONDS);
        }

        assertThat(ids).doesNotContain(first.at("/id") + ":3");
        ids.addAll(texts(follow(next, 50), "id"));
        assertThat(ids).containsExactlyInAnyOrder(first.at("/id") + ":3", second.at("/id") + ":3");
    }

    @Test
    void thoseWhoWriteAtTheSameTimeLeaveNoGap() throws Exception {
        List<Answer> opened =
                IntStream.range(0, 4).mapToObj(i -> cases.openedBesideOthers()).toList();
        String next = window.endOfFeed();
        Map<String, List<Long>> heard = new LinkedHashMap<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            opened.forEach(one -> writers.execute(() -> IntStream.range(0, 5).forEach(i -> say(one))));
            for (int i = 0;
                    i < 400 && heard.values().stream().mapToInt(List::size).sum() < 20;
                    i++) {
                Answer page = follow(next, 3);
                for (JsonNode event : page.json().path("items")) {
                    heard.computeIfAbsent(event.path("case").asString(), unheard -> new ArrayList<>())
                            .add(event.path("seq").asLong());
                }
                next = page.at("/next");
            }
        }

        assertThat(heard).hasSize(4).allSatisfy((id, seqs) -> assertThat(seqs).containsExactly(3L, 4L, 5L, 6L, 7L));
    }

    @Test
    void anEventStandsBehindTheOneBeforeItInItsCaseThoughItsTransactionIsOlder() throws Exception {
        Answer opened = cases.openedBesideOthers();
        UUID id = UUID.fromString(opened.at("/id"));

        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("select pg_current_xact_id()").query().singleRow();
            say(opened); // by another connection, in a younger transaction
            sayDirectly(opened);
        });

        assertThat(database.asRuntime()
                        .sql("select feed_position from ledger_event where case_id = :id and seq > 2 order by seq")
                        .param("id", id)
                        .query(Long.class)
                        .list())
                .hasSize(2)
                .isSorted();
    }

    @Test
    void aReaderThatTakesLongHoldsNothingBack() throws SQLException {
        String before = window.endOfFeed();
        try (Connection dump = database.runtimeSession("")) {
            dump.setAutoCommit(false);
            dump.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            run(dump, "select count(*) from case_file");
            Answer opened = cases.openedBesideOthers();

            assertThat(texts(follow(before, 50), "case")).contains(opened.at("/id"));
            dump.rollback();
        }
    }

    @Test
    void aWriterThatTakesLongHoldsBackWhatItCouldStillPrecede() throws SQLException {
        noteMoments.run();
        String before = window.endOfFeed();
        SingleConnectionDataSource anyDatabase = database.superuserSession();
        try {
            Connection writer = anyDatabase.getConnection();
            writer.setAutoCommit(false);
            run(writer, "select pg_current_xact_id()");
            Answer opened = cases.openedBesideOthers();
            clock.advance(Duration.ofHours(1));
            noteMoments.run();

            Answer held = follow(before, 50);
            assertThat(held.json().path("items")).isEmpty();
            assertThat(held.at("/completeTo")).isEqualTo("2017-04-06T09:29:50+08:00");
            assertThat(feed.firstHeldRecordedAt()).isPresent();
            assertThat(secondsHeld()).isPositive();

            writer.rollback();
            Answer settled = follow(held.at("/next"), 50);
            assertThat(texts(settled, "case")).containsOnly(opened.at("/id"));
            assertThat(settled.at("/completeTo")).isEqualTo("2017-04-06T10:29:50+08:00");
            assertThat(feed.firstHeldRecordedAt()).isEmpty();
            assertThat(secondsHeld()).isZero();
        } finally {
            anyDatabase.destroy();
        }
    }

    @Test
    void completeToIsBeforeWhatIsWrittenAndWaitsToBeCommitted() throws Exception {
        Answer opened = cases.openedBesideOthers();
        noteMoments.run();
        String before = window.endOfFeed();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);

        Answer meanwhile;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = executor.submit(() -> transactions.execute(transaction -> {
                sayDirectly(opened);
                written.countDown();
                return awaited(read);
            }));
            assertThat(written.await(3, TimeUnit.SECONDS)).isTrue();
            clock.advance(Duration.ofMinutes(1));
            noteMoments.run();

            meanwhile = follow(before, 50);
            read.countDown();
            writer.get(5, TimeUnit.SECONDS);
        }

        assertThat(meanwhile.json().path("items")).isEmpty();
        assertThat(meanwhile.at("/completeTo")).isEqualTo("2017-04-06T09:29:50+08:00");
        Answer settled = follow(meanwhile.at("/next"), 50);
        assertThat(texts(settled, "id")).containsExactly(opened.at("/id") + ":3");
        assertThat(settled.at("/completeTo")).isEqualTo("2017-04-06T09:30:50+08:00");
    }

    @Test
    void momentsAreKeptAsLongAsTheyAreNeeded() {
        for (int i = 0; i < 5; i++) {
            noteMoments.run();
        }

        assertThat(database.asRuntime()
                        .sql("select count(*) from event_moment")
                        .query(Integer.class)
                        .single())
                .isBetween(1, 2);
    }

    @Test
    void aPageThatIsNotTheLastSaysWhatWasCompleteBefore() {
        noteMoments.run();
        String before = window.endOfFeed();
        clock.advance(Duration.ofHours(1));
        cases.openedBesideOthers();
        noteMoments.run();

        Answer first = follow(before, 1);
        assertThat(first.at("/completeTo")).isEqualTo("2017-04-06T09:29:50+08:00");
        Answer last = follow(first.at("/next"), 1);
        assertThat(last.at("/completeTo")).isEqualTo("2017-04-06T10:29:50+08:00");
        Answer nothing = follow(last.at("/next"), 1);
        assertThat(nothing.json().path("items")).isEmpty();
        assertThat(nothing.at("/next")).isEqualTo(last.at("/next"));
        assertThat(window.eventFollower()
                        .get(EVENTS + "?limit=1")
                        .expect(200)
                        .json()
                        .has("completeTo"))
                .as("of one who has never read all")
                .isFalse();
    }

    @Test
    void aPlaceThatIsGoneIsSaidToBe() {
        FeedCursor lost = FeedCursor.behind(new FeedPosition(17, UUID.randomUUID(), 3));

        assertThat(window.eventFollower()
                        .get(EVENTS + "?after=" + lost.text())
                        .expect(410)
                        .at("/type"))
                .isEqualTo("/errors/event-cursor-lost");
        window.eventFollower().get(EVENTS + "?after=x").expect(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applicant", "clerk", "reviewer", "auditor", "api-consumer"})
    void isForServicesThatFollowItOnly(String role) {
        assertThat(window.call().token(tokens.withRoles(role)).get(EVENTS).status())
                .isEqualTo(403);
        assertThat(window.call().get(EVENTS).status()).isEqualTo(401);
    }

    @Test
    void goesOnBehindWhatIsThereInADatabaseThatWasFilledFromADump() {
        cases.openedBesideOthers();
        String before = window.endOfFeed();
        FeedAhead.check(database.asRuntime());
        database.asOwner().sql("update event_feed set ahead = ahead - 1000000").update(); // as if counted anew

        assertThatThrownBy(() -> FeedAhead.check(database.asRuntime())).isInstanceOf(StartRefused.class);
        assertThat(new FeedAhead().enter(new StandardEnvironment(), owner())).hasSize(1);

        FeedAhead.check(database.asRuntime());
        assertThat(new FeedAhead().enter(new StandardEnvironment(), owner())).isEmpty();
        Answer opened = cases.openedBesideOthers();
        assertThat(texts(follow(before, 50), "case")).containsOnly(opened.at("/id"));
    }

    private double secondsHeld() {
        heldEvents.look();
        return meters.get("tongban.events.held").gauge().value();
    }

    private DriverManagerDataSource owner() {
        var settings = database.settingsOfMigrate(new StandardEnvironment());
        return new DriverManagerDataSource(
                database.url(),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    private Answer follow(String after, int limit) {
        return window.eventFollower()
                .get(EVENTS + "?limit=" + limit + "&after=" + after)
                .expect(200);
    }

    private void say(Answer opened) {
        window.applicant(TestWindow.ID_NUMBER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(opened.path() + "/statements", Map.of("kind", "REMARK", "text", "我等了很久"))
                .expect(200);
    }

    private void sayDirectly(Answer opened) {
        addStatement.add(
                new CaseId(UUID.fromString(opened.at("/id"))),
                new Statement(Statement.Kind.REMARK, "我等了很久"),
                Actor.withoutWindow("applicant-1"));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Answer page, String member) {
        return page.json()
                .path("items")
                .valueStream()
                .map(event -> event.path(member).asString())
                .toList();
    }
}
