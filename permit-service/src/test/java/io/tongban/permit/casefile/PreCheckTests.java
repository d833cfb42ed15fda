package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An assessment opens no case, is only for those who may ask, and leaves a record. */
@PermitServiceTest
class PreCheckTests {

    private static final String PATH = "/api/v1/assessments";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Test
    void anApplicantAsksAboutThemselves() {
        Answer answer = window.applicant(TestWindow.ID_NUMBER)
                .post(PATH, TestWindow.facts())
                .expect(200);

        assertThat(answer.at("/routes/0/outcome")).isEqualTo("ELIGIBLE");
        assertThat(answer.at("/routes/0/digest")).startsWith("sha256:");
        assertThat(answer.at("/hypothetical")).isEqualTo("false");
        assertThat(answer.at("/evidence/asOf")).isEqualTo("2017-04-06");
        assertThat(answer.text()).doesNotContain(TestWindow.ID_NUMBER, TestWindow.NAME);
    }

    @Test
    void nobodyElse() {
        assertThat(window.call().post(PATH, TestWindow.facts()).status()).isEqualTo(401);
        assertThat(window.call()
                        .token(tokens.withRoles("reviewer"))
                        .post(PATH, TestWindow.facts())
                        .status())
                .isEqualTo(403);
        assertThat(window.applicant(TestWindow.OTHER_ID_NUMBER)
                        .post(PATH, TestWindow.facts())
                        .expect(403)
                        .at("/type"))
                .isEqualTo("/errors/number-not-yours");
        assertThat(window.call()
                        .token(window.clerkToken("clerk-1"))
                        .post(PATH, TestWindow.facts())
                        .expect(401)
                        .at("/type"))
                .isEqualTo("/errors/visit-pass-missing");
        assertThat(neighbours.queries()).isEmpty();
    }

    @Test
    void anotherDateIsHypothetical() {
        Map<String, Object> later = TestWindow.facts();
        later.put("appliedOn", "2017-05-08");

        Answer answer = window.clerk("clerk-1").post(PATH, later).expect(200);

        assertThat(answer.at("/hypothetical")).isEqualTo("true");
        assertThat(answer.at("/appliedOn")).isEqualTo("2017-05-08");
    }

    @Test
    void theSameFactsGiveTheSameDigestAtEveryWindow() {
        Answer applicant = window.applicant(TestWindow.ID_NUMBER).post(PATH, TestWindow.facts());
        Answer one = window.clerk("clerk-1").post(PATH, TestWindow.facts());
        Answer other = window.clerk("clerk-2").post(PATH, TestWindow.facts());

        assertThat(one.expect(200).at("/routes/0/digest"))
                .isEqualTo(applicant.expect(200).at("/routes/0/digest"))
                .isEqualTo(other.expect(200).at("/routes/0/digest"));
    }

    @ParameterizedTest
    @CsvSource({
        "339999199001010014, INCOMPLETE, MISSING", // its check digit is wrong
        "339999203001010012, INCOMPLETE, MISSING", // its birth date is to come
        "933840199001010013, REVIEW,     REVIEW", // a foreigner's permanent residence card
    })
    void nobodyIsAskedAboutANumberThatIsNoCitizensAndNoSourceIsNamed(String number, String outcome, String identity) {
        Map<String, Object> wrong = TestWindow.facts();
        wrong.put("applicant", Map.of("name", TestWindow.NAME, "idNumber", number));

        Answer answer = window.clerk("clerk-1").post(PATH, wrong).expect(200);

        assertThat(answer.at("/routes/0/outcome")).isEqualTo(outcome);
        assertThat(answer.at("/routes/0/criteria/1/id")).isEqualTo("identity");
        assertThat(answer.at("/routes/0/criteria/1/state")).isEqualTo(identity);
        assertThat(answer.at("/routes/0/criteria/4/id")).isEqualTo("contributions");
        assertThat(answer.at("/routes/0/criteria/4/state")).isEqualTo("PENDING");
        assertThat(answer.at("/routes/0/criteria/4/reasons/0/code")).isEqualTo("NOT_ASKED");
        assertThat(answer.json().at("/routes/0/criteria/4/decidedFrom").isEmpty())
                .isTrue();
        assertThat(answer.json().at("/routes/0/asOf").isNull()).isTrue();
        assertThat(neighbours.queries()).isEmpty();
    }

    @Test
    void withoutARouteAllAreRankedAndTheSourcesAskedOnce() {
        Map<String, Object> anyRoute = TestWindow.facts();
        anyRoute.remove("route");

        Answer answer =
                window.applicant(TestWindow.ID_NUMBER).post(PATH, anyRoute).expect(200);

        assertThat(answer.at("/routes/0/rank")).isEqualTo("1");
        assertThat(answer.at("/routes/0/route")).isEqualTo("employment");
        assertThat(answer.at("/routes/0/outcome")).isEqualTo("ELIGIBLE");
        assertThat(answer.at("/routes/0/papersToBring")).isEqualTo("0");
        assertThat(answer.at("/evidence/asOf")).isEqualTo("2017-04-06");
        assertThat(neighbours.queries()).hasSize(1);
        assertThat(database.asRuntime()
                        .sql("select assessment_digest from pre_check where route is null order by id desc limit 1")
                        .query(String.class)
                        .list())
                .containsExactly(answer.at("/digest"));
        Map<String, Object> oneRoute = TestWindow.facts();
        Answer alone =
                window.applicant(TestWindow.ID_NUMBER).post(PATH, oneRoute).expect(200);
        assertThat(alone.json().at("/routes")).hasSize(1);
        assertThat(alone.json().at("/routes/0")).isEqualTo(answer.json().at("/routes/0"));
        assertThat(alone.json().propertyNames())
                .as("one shape, whether one route is asked for or all")
                .containsExactlyElementsOf(answer.json().propertyNames());
    }

    @Test
    void everyTextOfLawThatAnAssessmentNamesCanBeOpened() {
        Answer answer = window.applicant(TestWindow.ID_NUMBER)
                .post(PATH, TestWindow.facts())
                .expect(200);

        List<String> named = answer.json().at("/routes/0/criteria").findValuesAsString("reference").stream()
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .sorted()
                .toList();
        assertThat(named).contains("laws/decree-663.md#第九条");
        assertThat(answer.json().at("/references").propertyNames()).containsExactlyElementsOf(named);
        answer.json()
                .at("/references")
                .values()
                .forEach(address -> assertThat(window.call()
                                .get(address.asString().replaceAll("#.*", ""))
                                .expect(200)
                                .text())
                        .contains("第九条"));
    }

    @Test
    void anItemThatNobodyKnowsIsUnknownAsEverywhere() {
        Map<String, Object> misspelt = TestWindow.facts();
        misspelt.put("item", "residence-permits");
        Answer answer =
                window.applicant(TestWindow.ID_NUMBER).post(PATH, misspelt).expect(422);
        assertThat(answer.at("/type")).isEqualTo("/errors/item-unknown");
        assertThat(answer.at("/item")).isEqualTo("residence-permits");
    }

    @Test
    void answersAndWhatPapersSayAreThoseOfTheStandard() {
        Map<String, Object> answered = TestWindow.facts();
        answered.put("answers", Map.of("shoe-size", "42"));
        Answer outside =
                window.applicant(TestWindow.ID_NUMBER).post(PATH, answered).expect(422);
        assertThat(outside.at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(outside.at("/part")).isEqualTo("answer");

        Map<String, Object> saying = TestWindow.facts();
        saying.put("papers", List.of(Map.of("kind", "photo", "says", Map.of("smile", "broad"))));
        Answer unread =
                window.applicant(TestWindow.ID_NUMBER).post(PATH, saying).expect(422);
        assertThat(unread.at("/type")).isEqualTo("/errors/part-unknown");
        assertThat(unread.at("/value")).isEqualTo("photo.smile");
        assertThat(neighbours.queries()).isEmpty();
    }
}
