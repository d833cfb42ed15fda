package io.tongban.permit.casefile;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One lane's calls, sixty at a time on eight connections, are all answered and leave the other lanes theirs. */
@PermitServiceTest
class ParallelCallsTests {

    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 4, 6);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
        neighbours.monthsPaid(APPLIED_ON, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void areAllAnsweredAndLeaveTheOtherLanesTheirs(Kind kind) throws Exception {
        Answer decided = decided();

        Flood.isAnswered(kind.status, () -> kind.call.apply(window, decided).status(), () -> {
            for (int i = 0; i < 5; i++) {
                window.clerk("clerk-2")
                        .header("Tongban-Lane", "community")
                        .get(decided.path())
                        .expect(200);
            }
        });
    }

    private Answer decided() {
        Answer opened = window.openCase("clerk-1");
        Answer accepted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        return window.reviewer("reviewer-1", "police-330104")
                .ifMatch(accepted)
                .post(opened.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
    }

    enum Kind {
        CASE(200, (window, decided) -> applicant(window).get(decided.path())),
        LEDGER(200, (window, decided) -> applicant(window).get(decided.path() + "/ledger")),
        EXPORT(200, (window, decided) -> applicant(window).get(decided.path() + "/export")),
        PRE_CHECK(200, (window, decided) -> clerk(window).post("/api/v1/assessments", TestWindow.facts())),
        OPENING(
                201,
                (window, decided) -> clerk(window)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/v1/cases", TestWindow.factsOfSomebodyElse())),
        ACT(
                409,
                (window, decided) -> window.reviewer("reviewer-1", "police-330104")
                        .header("Tongban-Lane", "online")
                        .ifMatch(decided)
                        .post(decided.path() + "/decision", Map.of("decision", "GRANTED")));

        private final int status;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final BiFunction<TestWindow, Answer, Answer> call;

        Kind(int status, BiFunction<TestWindow, Answer, Answer> call) {
            this.status = status;
            this.call = call;
        }

        private static TestWindow.Call applicant(TestWindow window) {
            return window.applicant(TestWindow.ID_NUMBER).header("Tongban-Lane", "online");
        }

        private static TestWindow.Call clerk(TestWindow window) {
            return window.clerk("clerk-1").header("Tongban-Lane", "online");
        }
    }
}
