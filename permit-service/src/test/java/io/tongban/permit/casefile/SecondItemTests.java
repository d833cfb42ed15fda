package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.TwoVersionsTest;
import io.tongban.platform.test.TestClock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The card for the elderly is an item as any other: decided by civil affairs, without a source, by data alone. */
@TwoVersionsTest
class SecondItemTests {

    private static final String BORN_IN_1950 = "339999195001010031";
    private static final LocalDate IN_FORCE = LocalDate.of(2018, 3, 5);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.set(IN_FORCE);
    }

    @Test
    void goesFromTheFirstContactToTheDecisionOfItsOwnAuthority() {
        Answer opened = open(Map.of("household", "zhejiang")).expect(201);
        assertThat(opened.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        assertThat(opened.at("/responsibleAuthority/id")).isEqualTo("civil-affairs-330104");
        assertThat(opened.json().has("evidence")).isFalse();
        assertThat(opened.json().at("/assessment/asOf").isNull()).isTrue();
        assertThat(neighbours.queries()).as("no source is asked").isEmpty();

        Answer accepted = clerk().ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2018-03-07");
        Map<String, Object> granted = Map.of("decision", "GRANTED");
        assertThat(window.reviewer("reviewer-1", "police-330104")
                        .ifMatch(accepted)
                        .post(opened.path() + "/decision", granted)
                        .expect(403)
                        .at("/responsibleAuthority"))
                .isEqualTo("civil-affairs-330104");
        Answer decided = window.reviewer("reviewer-1", "civil-affairs-330104")
                .ifMatch(accepted)
                .post(opened.path() + "/decision", granted)
                .expect(200);
        assertThat(decided.at("/state")).isEqualTo("DECIDED");
        Answer export =
                window.applicant(BORN_IN_1950).get(opened.path() + "/export").expect(200);
        assertThat(export.json().has("record"))
                .as("nothing was read at a source")
                .isFalse();
        assertThat(export.at("/facts/answers/household")).isEqualTo("zhejiang");
    }

    @Test
    void asksWhatNoPaperSaysAndTakesTheAnswerLater() {
        Answer opened = open(Map.of()).expect(201);
        assertThat(opened.at("/assessment/outcome")).isEqualTo("INCOMPLETE");
        assertThat(opened.at("/notice/content/points/0/id")).isEqualTo("household");

        Answer answered = clerk().ifMatch(opened)
                .post(opened.path() + "/papers", Map.of("answers", Map.of("household", "zhejiang")))
                .expect(200);

        assertThat(answered.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
    }

    @Test
    void takesNoAnswerOutsideItsQuestions() {
        Answer unknown = open(Map.of("shoe-size", "42")).expect(422);
        assertThat(unknown.at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(unknown.at("/part")).isEqualTo("answer");
        assertThat(unknown.at("/value")).isEqualTo("shoe-size");

        Answer impossible = open(Map.of("household", "moon")).expect(422);
        assertThat(impossible.at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(impossible.at("/value")).isEqualTo("household");
        assertThat(impossible.text()).doesNotContain("moon");

        assertThat(open(Map.of("<script>", "x")).expect(422).at("/type")).isEqualTo("/errors/invalid-request");
    }

    private Answer open(Map<String, String> answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("item", "elder-card");
        facts.put("route", "first-issue");
        facts.put("applicant", Map.of("name", "王奶奶", "idNumber", BORN_IN_1950));
        facts.put("residence", Map.of("division", "330104008008"));
        facts.put("answers", answers);
        facts.put("papers", List.of(Map.of("kind", "citizen-card"), Map.of("kind", "photo")));
        return clerk().header("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/cases", facts);
    }

    private Call clerk() {
        return window.call()
                .token(window.clerkToken("clerk-1"))
                .header(
                        "Visit-Pass",
                        neighbours
                                .pass("clerk-1")
                                .claim("item", "elder-card")
                                .claim("authority", "civil-affairs-330104")
                                .sign());
    }
}
