package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestTokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visit pass ends with its visit, and a visit serves one person. */
@PermitServiceTest
class EndedVisitTests {

    private static final String ENDED_VISITS = "/api/v1/ended-visits";
    private static final String ASSESSMENTS = "/api/v1/assessments";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private final UUID visit = UUID.randomUUID();

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
        neighbours.monthsPaid(LocalDate.of(2017, 4, 6), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
    }

    @Test
    void everyUseOfThePassIsRefusedOnceTheVisitHasEnded() {
        Answer opened = during(visit)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", TestWindow.facts())
                .expect(201);

        end(visit).expect(204);

        Map<String, Object> paper = Map.of("papers", List.of(Map.of("kind", "photo")));
        Stream.of(
                        during(visit)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .post("/api/v1/cases", TestWindow.facts()),
                        during(visit).post(ASSESSMENTS, TestWindow.facts()),
                        during(visit).get(opened.path()),
                        during(visit).get(opened.path() + "/ledger"),
                        during(visit).ifMatch(opened).post(opened.path() + "/papers", paper),
                        during(visit).ifMatch(opened).post(opened.path() + "/acceptance", Map.of()),
                        during(visit).ifMatch(opened).post(opened.path() + "/standard", Map.of("version", "R2")))
                .forEach(answer -> {
                    assertThat(answer.expect(401).at("/type")).isEqualTo("/errors/visit-ended");
                    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Visit-Pass");
                });
        during(UUID.randomUUID()).get(opened.path()).expect(200);
    }

    @Test
    void withoutACurrentPassAClerkIsToldTheSameOfEveryCase() {
        Answer opened = window.openCase("clerk-1");
        String unknown = "/api/v1/cases/" + UUID.randomUUID();
        end(visit).expect(204);

        for (String path : List.of("", "/ledger")) {
            assertAlike(withoutPass().get(opened.path() + path), withoutPass().get(unknown + path));
            assertAlike(during(visit).get(opened.path() + path), during(visit).get(unknown + path));
        }
        Map<String, Object> papers = Map.of("papers", List.of(Map.of("kind", "photo")));
        for (Map.Entry<String, Map<String, Object>> act : Map.of(
                        "/papers",
                        papers,
                        "/acceptance",
                        Map.<String, Object>of(),
                        "/standard",
                        Map.<String, Object>of("version", "R2"))
                .entrySet()) {
            assertAlike(
                    withoutPass().ifMatch(opened).post(opened.path() + act.getKey(), act.getValue()),
                    withoutPass().ifMatch(opened).post(unknown + act.getKey(), act.getValue()));
        }
        during(UUID.randomUUID()).get(unknown).expect(404);
    }

    @Test
    void anEndIsHeardOfAVisitThatWasNeverSeenAndAnyNumberOfTimes() {
        end(visit).expect(204);
        end(visit).expect(204);

        assertThat(during(visit)
                        .post(ASSESSMENTS, TestWindow.facts())
                        .expect(401)
                        .at("/type"))
                .isEqualTo("/errors/visit-ended");
    }

    @Test
    void aVisitServesTheFirstPersonWhoseNumberWasEntered() {
        Answer cased = window.openCase("clerk-1");

        during(visit).post(ASSESSMENTS, of(TestWindow.OTHER_ID_NUMBER)).expect(200);

        during(visit).post(ASSESSMENTS, of(TestWindow.OTHER_ID_NUMBER)).expect(200);
        assertServesAnother(during(visit).post(ASSESSMENTS, TestWindow.facts()));
        assertServesAnother(during(visit)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", TestWindow.facts()));
        assertServesAnother(during(visit).get(cased.path()));
        assertServesAnother(during(visit).get(cased.path() + "/ledger"));
        assertServesAnother(during(visit).ifMatch(cased).post(cased.path() + "/acceptance", Map.of()));
    }

    @Test
    void readingACaseBindsToo() {
        Answer cased = window.openCase("clerk-1");

        during(visit).get(cased.path()).expect(200);

        assertServesAnother(during(visit).post(ASSESSMENTS, of(TestWindow.OTHER_ID_NUMBER)));
    }

    @Test
    void ofTwoPersonsAtOnceOneIsServed() throws Exception {
        List<Callable<Integer>> asked = List.of(
                () -> during(visit).post(ASSESSMENTS, TestWindow.facts()).status(),
                () -> during(visit)
                        .post(ASSESSMENTS, of(TestWindow.OTHER_ID_NUMBER))
                        .status());
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = callers.invokeAll(asked);
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void onlyCommunityServiceTellsOfAnEnd() {
        Map<String, Object> body = Map.of("visits", List.of(visit));

        assertThat(window.call().post(ENDED_VISITS, body).status()).isEqualTo(401);
        assertThat(during(visit).post(ENDED_VISITS, body).status()).isEqualTo(403);
        assertThat(window.call()
                        .token(tokens.withRoles("clerk", "reviewer", "visits:end"))
                        .post(ENDED_VISITS, body)
                        .status())
                .isEqualTo(403);
        during(visit).post(ASSESSMENTS, TestWindow.facts()).expect(200);
    }

    @Test
    void anEndNamesItsVisits() {
        for (Object visits : List.of(List.of(), List.of("no uuid"), "x")) {
            assertThat(window.call()
                            .token(window.communityService())
                            .post(ENDED_VISITS, Map.of("visits", visits))
                            .status())
                    .isBetween(400, 422);
        }
    }

    @Test
    void whatIsKnownOfAVisitIsNeitherTakenBackNorKeptForEver() {
        during(visit).post(ASSESSMENTS, TestWindow.facts()).expect(200);
        end(visit).expect(204);

        assertThatThrownBy(() -> jdbc.sql("update known_visit set person = 'x' where visit_id = ?")
                        .param(visit)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update known_visit set ended_at = null where visit_id = ?")
                        .param(visit)
                        .update())
                .isInstanceOf(DataAccessException.class);

        UUID old = UUID.randomUUID();
        jdbc.sql(
                        "insert into known_visit (visit_id, ended_at, forget_after) values (?, now(), now() - interval '1 second')")
                .param(old)
                .update();
        end(UUID.randomUUID()).expect(204);
        assertThat(jdbc.sql("select visit_id from known_visit where visit_id in (?, ?)")
                        .params(old, visit)
                        .query(UUID.class)
                        .list())
                .containsExactly(visit);
    }

    private Call during(UUID open) {
        return window.call()
                .token(window.clerkToken("clerk-1"))
                .header(
                        "Visit-Pass",
                        neighbours
                                .pass("clerk-1")
                                .claim("visit", open.toString())
                                .sign());
    }

    private Call withoutPass() {
        return window.call().token(window.clerkToken("clerk-1"));
    }

    private static void assertAlike(Answer known, Answer unknown) {
        assertThat(unknown.expect(401).at("/type")).isEqualTo(known.expect(401).at("/type"));
    }

    private Answer end(UUID ended) {
        return window.call().token(window.communityService()).post(ENDED_VISITS, Map.of("visits", List.of(ended)));
    }

    private static void assertServesAnother(Answer answer) {
        assertThat(answer.expect(409).at("/type")).isEqualTo("/errors/visit-serves-another");
    }

    private static Map<String, Object> of(String idNumber) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("applicant", Map.of("name", TestWindow.NAME, "idNumber", idNumber));
        return facts;
    }
}
