package io.tongban.permit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Each room that follows the feed takes every event once, however many replicas there are. */
@PermitServiceTest
class FollowFeedTests {

    private static final String NAME = "a-test";
    private static final String OTHER_NAME = "another-test";

    @Autowired
    private TestCases cases;

    @Autowired
    private TestWindow window;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Feed feed;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private final List<String> taken = new CopyOnWriteArrayList<>();

    @BeforeEach
    void beginAtTheEnd() {
        FeedPosition end = FeedCursor.read(window.endOfFeed()).orElseThrow().after();
        database.asOwner()
                .sql("insert into event_follower (name, feed_position, case_id, seq)"
                        + " select unnest(cast(:names as text[])), :position, :caseId, :seq")
                .param("names", new String[] {NAME, OTHER_NAME})
                .param("position", end.position())
                .param("caseId", end.caseId())
                .param("seq", end.seq())
                .update();
    }

    @AfterEach
    void forget() {
        database.asOwner()
                .sql("delete from event_follower where name in (:names)")
                .param("names", List.of(NAME, OTHER_NAME))
                .update();
    }

    @Test
    void onceAlsoIfTwoReplicasLookAtOnce() throws Exception {
        List<Answer> opened =
                IntStream.range(0, 3).mapToObj(i -> cases.openedBesideOthers()).toList();

        Flood.atOnce(Collections.nCopies(4, (Callable<Boolean>) () -> {
            following(events -> events.forEach(event -> taken.add(event.id()))).run();
            return true;
        }));

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(opened.stream()
                        .flatMap(each -> List.of(each.at("/id") + ":1", each.at("/id") + ":2").stream())
                        .toList());
    }

    @Test
    void againIfItFailed() {
        Answer opened = cases.openedBesideOthers();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FeedFollower failing = follower(NAME, events -> {
            throw new IllegalStateException("as a test wants it");
        });

        new FollowFeed(provider(failing), feed, jdbc, transactions, meters).run();
        assertThat(meters.get("tongban.events.follow.failed").counter().count()).isEqualTo(1);
        following(events -> events.forEach(event -> taken.add(event.id()))).run();

        assertThat(taken).containsExactly(opened.at("/id") + ":1", opened.at("/id") + ":2");
    }

    @Test
    void aPageOfEachInTurnUntilThereAreNoMore() {
        UUID id = UUID.fromString(cases.openedBesideOthers().at("/id"));
        for (int i = 0; i < 120; i++) {
            window.applicant(TestWindow.ID_NUMBER)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post("/api/v1/cases/" + id + "/statements", Map.of("kind", "REMARK", "text", "x"))
                    .expect(200);
        }
        List<String> pages = new CopyOnWriteArrayList<>();
        ObjectProvider<FeedFollower> both = provider(
                follower(NAME, events -> pages.add(NAME + " " + events.size())),
                follower(OTHER_NAME, events -> pages.add(OTHER_NAME + " " + events.size())));

        new FollowFeed(both, feed, jdbc, transactions, new SimpleMeterRegistry()).run();

        assertThat(pages).containsExactly("a-test 100", "another-test 100", "a-test 22", "another-test 22");
    }

    private FollowFeed following(Taking taking) {
        return new FollowFeed(provider(follower(NAME, taking)), feed, jdbc, transactions, new SimpleMeterRegistry());
    }

    private static ObjectProvider<FeedFollower> provider(FeedFollower... followers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (FeedFollower follower : followers) {
            beans.addBean(follower.name(), follower);
        }
        return beans.getBeanProvider(FeedFollower.class);
    }

    private static FeedFollower follower(String name, Taking taking) {
        return new FeedFollower() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void take(List<PublishedEvent> events) {
                taking.take(events);
            }
        };
    }

    /** What a follower does with events. */
    private interface Taking {

        void take(List<PublishedEvent> events);
    }
}
