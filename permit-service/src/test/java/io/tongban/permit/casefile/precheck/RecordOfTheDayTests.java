package io.tongban.permit.casefile.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who was asked about for a pre-check is not asked about again for another one of the same business day. */
@PermitServiceTest
class RecordOfTheDayTests {

    private static final String PATH = "/api/v1/assessments";
    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ForgetRecordsOfTheDay forget;

    @BeforeEach
    void nothingWasReadToday() {
        database.asOwner().sql("delete from pre_check").update();
    }

    @Test
    void theSecondPreCheckOfADayAsksNoSourceAndFindsTheSame() {
        Answer first = ask(window.applicant(TestWindow.ID_NUMBER), TestWindow.facts());
        Answer second = ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(neighbours.queries()).hasSize(1);
        assertThat(second.at("/digest")).isEqualTo(first.at("/digest"));
        assertThat(second.json().at("/evidence")).isEqualTo(first.json().at("/evidence"));
        assertThat(reuses()).containsExactly(false, true);
    }

    @Test
    void aQuestionThatAsksForLessIsAnsweredByWhatWasReadForAllRoutes() {
        Map<String, Object> anyRoute = TestWindow.facts();
        anyRoute.remove("route");
        Answer all = ask(window.clerk("clerk-1"), anyRoute);
        Answer one = ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(one.json().at("/routes/0")).isEqualTo(all.json().at("/routes/0"));
        assertThat(neighbours.queries()).hasSize(1);
    }

    @Test
    void aQuestionAboutOtherMonthsIsAskedAnew() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        database.asOwner()
                .sql("update record_of_the_day set first_month = first_month + interval '1 month'")
                .update();
        ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(neighbours.queries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDayOfTheAskersOwnAndTodayAreEachAnsweredFromTheirOwnMonthsInEitherOrder(boolean todayFirst) {
        Map<String, Object> inJune = TestWindow.facts();
        inJune.put("appliedOn", "2017-06-06");
        List<Map<String, Object>> order =
                todayFirst ? List.of(TestWindow.facts(), inJune) : List.of(inJune, TestWindow.facts());
        order.forEach(facts -> ask(window.clerk("clerk-1"), facts));
        order.forEach(facts -> ask(window.clerk("clerk-1"), facts));

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(reuses()).containsExactly(false, false, true, true);
    }

    @Test
    void anotherPersonOrTheSameNumberByAnotherNameIsAskedAbout() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        ask(window.clerk("clerk-1"), about(TestWindow.OTHER_ID_NUMBER, TestWindow.NAME));
        ask(window.clerk("clerk-1"), about(TestWindow.ID_NUMBER, "另名"));

        assertThat(neighbours.queries()).hasSize(3);
        assertThat(reuses()).containsExactly(false, false, false);
    }

    @Test
    void theNextDayTheSourceIsAskedAgain() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        clock.set(TODAY.plusDays(1));
        neighbours.monthsPaid(TODAY.plusDays(1), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(reuses()).containsExactly(false, false);
    }

    @Test
    void aSilentSourceIsAskedAgain() {
        neighbours.adapterIsDown();
        ask(window.clerk("clerk-1"), TestWindow.facts());
        int asked = neighbours.queries().size();
        neighbours.monthsPaid(TODAY, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        Answer answered = ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(answered.at("/routes/0/outcome")).isEqualTo("ELIGIBLE");
        assertThat(neighbours.queries()).hasSize(asked + 1);
        assertThat(reuses()).containsExactly(false, false);
    }

    @Test
    void anAnswerOfWhichOneAreaIsSilentIsNotKept() {
        neighbours.oneAreaSilent(TODAY, YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        ask(window.clerk("clerk-1"), TestWindow.facts());
        ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(neighbours.queries()).hasSize(2);
        assertThat(kept()).isZero();
    }

    @Test
    void aCaseIsAlwaysLookedAtAnew() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        window.openCase("clerk-1");

        assertThat(neighbours.queries()).hasSize(2);
        ask(window.clerk("clerk-1"), TestWindow.facts());
        assertThat(neighbours.queries()).hasSize(2);
    }

    @Test
    void whatIsKeptIsEncryptedAndForgottenWhenTheDayIsOver() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        List<byte[]> rows = database.asRuntime()
                .sql("select record from record_of_the_day")
                .query((row, number) -> row.getBytes("record"))
                .list();
        assertThat(rows)
                .singleElement()
                .satisfies(kept -> assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                        .doesNotContain("eyJ", TestWindow.ID_NUMBER));

        forget.doWhatIsDue(TODAY);
        assertThat(kept()).isOne();
        forget.doWhatIsDue(TODAY.plusDays(1));
        assertThat(kept()).isZero();
    }

    @Test
    void whatWasChangedInTheDatabaseIsNoRecord() {
        ask(window.clerk("clerk-1"), TestWindow.facts());
        database.asOwner()
                .sql("update record_of_the_day set record = overlay(record placing '\\x00'::bytea from 20)")
                .update();
        ask(window.clerk("clerk-1"), TestWindow.facts());

        assertThat(neighbours.queries()).hasSize(2);
    }

    private static Answer ask(Call caller, Map<String, Object> facts) {
        return caller.post(PATH, facts).expect(200);
    }

    private static Map<String, Object> about(String number, String name) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("applicant", Map.of("name", name, "idNumber", number));
        return facts;
    }

    private List<Boolean> reuses() {
        return database.asRuntime()
                .sql("select record_reused from pre_check order by at")
                .query(Boolean.class)
                .list();
    }

    private int kept() {
        return database.asRuntime()
                .sql("select count(*) from record_of_the_day")
                .query(Integer.class)
                .single();
    }
}
