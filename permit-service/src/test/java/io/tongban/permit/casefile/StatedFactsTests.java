package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with stated facts is said at its place, when a case is opened as when nothing is opened. */
@PermitServiceTest
class StatedFactsTests {

    private static final String CASES = "/api/v1/cases";
    private static final String ASSESSMENTS = "/api/v1/assessments";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @ParameterizedTest
    @CsvSource({
        "姜先生, 姜先生",
        "'\u3000姜 先\u200b生 ', 姜先生",
        "买买提•艾力, 买买提·艾力",
        "ＭＡＲＩＡ　ＤＯＳ　ＳＡＮＴＯＳ, MARIA DOS SANTOS",
        "O'Neill-García, O'Neill-García",
        "𠮷田, 𠮷田",
        "呂先生, 呂先生",
    })
    void theBureauIsAskedByTheOneFormOfAName(String written, String sent) {
        open(facts(written, null, null), "zh").expect(201);
        assertThat(JsonMapper.shared()
                        .readTree(neighbours.queries().getLast().getBodyAsString())
                        .at("/identity/name")
                        .asString())
                .isEqualTo(sent);
    }

    @Test
    void aNameOfAHundredCharactersIsTakenWhicheverTheyAre() {
        for (String hundred : List.of("姜".repeat(100), "𠮷".repeat(100), "Maria ".repeat(16) + "Sant")) {
            assertThat(hundred.codePointCount(0, hundred.length())).isEqualTo(100);
            check(facts(hundred, null, null)).expect(200);
            assertThat(JsonMapper.shared()
                            .readTree(neighbours.queries().getLast().getBodyAsString())
                            .at("/identity/name")
                            .asString())
                    .isEqualTo(hundred);
        }
    }

    @Test
    void aNameThatIsTooLongIsRefusedAsItIsWrittenAndAsItIsSent() {
        for (String tooLong : List.of("姜".repeat(101), "𠮷".repeat(101), "ﷺ".repeat(50))) {
            JsonNode error = theOneMistake(facts(tooLong, null, null));
            assertThat(error.path("pointer").asString()).isEqualTo("#/applicant/name");
            assertThat(error.path("code").asString()).isEqualTo("size");
            assertThat(error.at("/expected/maxLength").asInt()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', not-blank, 空白",
        "'  ', not-blank, 空白",
        "'\u3000\u3000', not-blank, 空白",
        "\u200b\u200d\ufeff, person-name, 姓名",
        "·, person-name, 姓名",
        "' · • ', person-name, 姓名",
        "…, person-name, 姓名",
        "12, person-name, 姓名",
        "'姜\t先生', control-characters, 控制字符",
        "'姜\u0085先生', control-characters, 控制字符",
        "'姜\u007f先生', control-characters, 控制字符",
        "'姜先生\n', control-characters, 控制字符",
    })
    void aNameThatIsNoneIsRefusedAtItsPlace(String name, String code, String word) {
        JsonNode error = theOneMistake(facts(name, null, null));

        assertThat(error.path("pointer").asString()).isEqualTo("#/applicant/name");
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("detail").asString()).contains(word);
    }

    @Test
    void aResidenceCannotBeRegisteredAfterTheApplication() {
        assertThat(open(facts("姜先生", "2017-04-06", null), "zh").status()).isEqualTo(201);
        JsonNode error = theOneMistake(facts("姜先生", "2017-04-07", null));

        assertThat(error.path("pointer").asString()).isEqualTo("#/residence/registeredOn");
        assertThat(error.path("code").asString()).isEqualTo("registered-after-application");
        assertThat(error.path("detail").asString()).isEqualTo("不得晚于申请日期：请更正日期；尚未办理居住登记的，不填此项");
        assertThat(error.at("/expected/format").asString()).isEqualTo("date");
        assertThat(open(facts("姜先生", "2017-04-07", null), "en").expect(422).at("/errors/0/detail"))
                .startsWith("must not lie after the day of the application");
    }

    @Test
    void theDayOfTheApplicationIsThatOfTheBusinessClock() {
        clock.set(LocalDate.of(2017, 4, 8).atStartOfDay(BusinessClock.ZONE));

        assertThat(open(facts("姜先生", "2017-04-08", null), "zh").status()).isEqualTo(201);
        assertThat(open(facts("姜先生", "2017-04-09", null), "zh").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"2017-05-08, 2017-05-08, 200", "2017-05-08, 2017-05-09, 422", "2017-01-10, 2017-01-11, 422"})
    void aPreCheckGoesByTheDayThatItIsFor(String appliedOn, String registeredOn, int status) {
        Answer answer = check(facts("姜先生", registeredOn, appliedOn)).expect(status);

        if (status == 422) {
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("#/residence/registeredOn");
        }
    }

    @Test
    void everyMistakeIsNamedAtOnceAndNothingIsAskedOrKept() {
        long before = count("pre_check") + count("case_file");
        Map<String, Object> facts = facts("·", "2017-04-07", null);
        facts.put(
                "papers",
                List.of(
                        Map.of("kind", "photo", "from", "1017-01-01"),
                        Map.of("kind", "lease", "from", "2017-02-01", "until", "2017-01-01"),
                        Map.of("kind", "lease", "until", "2999-01-01")));
        facts.put("answers", Map.of("a", "b".repeat(61)));

        for (Answer answer : List.of(open(facts, "zh"), check(facts))) {
            assertThat(pointers(answer.expect(422)))
                    .containsExactlyInAnyOrder(
                            "#/applicant/name",
                            "#/residence/registeredOn",
                            "#/papers/0/from",
                            "#/papers/1",
                            "#/papers/2/until",
                            "#/answers/a");
        }
        assertThat(neighbours.queries()).isEmpty();
        assertThat(count("pre_check") + count("case_file")).isEqualTo(before);
    }

    @Test
    void whatIsMendedIsTakenUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        window.clerk("clerk-1")
                .header("Idempotency-Key", key)
                .post(CASES, facts("姜先生", "2017-04-07", null))
                .expect(422);
        window.clerk("clerk-1")
                .header("Idempotency-Key", key)
                .post(CASES, facts("姜先生", "2017-04-05", null))
                .expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {CASES, ASSESSMENTS})
    void whereThereIsNoResidenceAtAllThisIsWhatIsSaid(String path) {
        Map<String, Object> facts = facts("姜先生", null, null);
        facts.remove("residence");

        Answer answer = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path, facts)
                .expect(422);

        assertThat(pointers(answer)).containsExactly("#/residence");
    }

    private JsonNode theOneMistake(Map<String, Object> facts) {
        for (Answer answer : List.of(check(facts), open(facts, "zh"))) {
            assertThat(JsonMapper.shared().readTree(answer.expect(422).text()).path("errors"))
                    .hasSize(1);
        }
        return JsonMapper.shared().readTree(open(facts, "zh").text()).at("/errors/0");
    }

    private static List<String> pointers(Answer answer) {
        return JsonMapper.shared().readTree(answer.text()).path("errors").findValuesAsString("pointer");
    }

    private long count(String table) {
        return database.asRuntime()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private Answer open(Map<String, Object> facts, String language) {
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .post(CASES, facts);
    }

    private Answer check(Map<String, Object> facts) {
        return window.clerk("clerk-1").post(ASSESSMENTS, facts);
    }

    private static Map<String, Object> facts(String name, @Nullable String registeredOn, @Nullable String appliedOn) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("applicant", Map.of("name", name, "idNumber", TestWindow.ID_NUMBER));
        if (registeredOn != null) {
            facts.put("residence", Map.of("division", "330104008008", "registeredOn", registeredOn));
        }
        if (appliedOn != null) {
            facts.put("appliedOn", appliedOn);
        }
        return facts;
    }
}
