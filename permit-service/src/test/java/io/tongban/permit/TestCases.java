package io.tongban.permit;

import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.casefile.due.SettleProvisionalCases;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Cases of the applicant of the story in states that take several acts to come to, each over HTTP. */
public final class TestCases {

    public static final String CLERK = "clerk-1";
    public static final String HOLDER = "police-330104";

    private final TestWindow window;
    private final TestClock clock;
    private final SettleProvisionalCases settlement;
    private final TestDatabase database;

    TestCases(TestWindow window, TestClock clock, SettleProvisionalCases settlement, TestDatabase database) {
        this.window = window;
        this.clock = clock;
        this.settlement = settlement;
        this.database = database;
    }

    public Call clerk() {
        return window.clerk(CLERK);
    }

    public Call applicant() {
        return window.applicant(TestWindow.ID_NUMBER);
    }

    public Call reviewer() {
        return window.reviewer("reviewer-1", HOLDER);
    }

    /** Opens a case; nothing is expected of the answer. */
    public Answer tryToOpen(Map<String, Object> facts) {
        return clerk().header("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/cases", facts);
    }

    public Answer opened(Map<String, Object> facts) {
        return tryToOpen(facts).expect(201);
    }

    /** With everything that the standard asks. */
    public Answer opened() {
        return opened(TestWindow.facts());
    }

    /** With everything that the standard asks, whatever is live of the applicant. */
    public Answer openedBesideOthers() {
        leaveOutLiveCases(database);
        return opened();
    }

    /** The live cases of earlier tests are nothing to the next, nor can any of them be deleted. */
    public static void leaveOutLiveCases(TestDatabase database) {
        database.asOwner()
                .sql("update case_file set alone = false where alone and decision is null and closed_result is null")
                .update();
    }

    public Answer received(Map<String, Object> facts) {
        Answer opened = opened(facts);
        return clerk().ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
    }

    /** Without a contract, on which the applicant insisted. */
    public Answer refused() {
        Answer opened = opened(withOnly("photo"));
        Answer insisted = clerk().ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of("insists", true))
                .expect(200);
        return reviewer()
                .ifMatch(insisted)
                .post(
                        opened.path() + "/decision",
                        Map.of(
                                "decision",
                                "REFUSED",
                                "reasons",
                                List.of(Map.of("criterion", "employment", "explanation", "No contract."))))
                .expect(200);
    }

    public Answer granted() {
        Answer accepted = received(TestWindow.facts());
        return reviewer()
                .ifMatch(accepted)
                .post(accepted.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
    }

    /** Received provisionally, and looked at on the day after the last on which it might have settled. */
    public Answer notSettled(Map<String, Object> facts) {
        Answer received = received(facts);
        LocalDate late = LocalDate.parse(received.at("/settlementDueOn")).plusDays(1);
        clock.set(late);
        settlement.doWhatIsDue(late);
        return reviewer().get(received.path()).expect(200);
    }

    /** The facts of the story with papers of this kind alone. */
    public static Map<String, Object> withOnly(String paper) {
        Map<String, Object> facts = TestWindow.facts();
        List<?> papers = (List<?>) Objects.requireNonNull(facts.get("papers"));
        facts.put(
                "papers",
                papers.stream()
                        .filter(one -> paper.equals(((Map<?, ?>) one).get("kind")))
                        .toList());
        return facts;
    }
}
