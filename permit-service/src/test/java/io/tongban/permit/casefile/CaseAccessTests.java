package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestTokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who may do what to a case, and what a request must bring along. */
@PermitServiceTest
@ExtendWith(OutputCaptureExtension.class)
class CaseAccessTests {

    private static final String UNKNOWN = "/api/v1/cases/00000000-0000-7000-8000-000000000000";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @ParameterizedTest
    @ValueSource(strings = {"", "/papers", "/acceptance", "/decision"})
    void writesNeedATokenAndTheRightRole(String act) {
        String path = act.isEmpty() ? "/api/v1/cases" : UNKNOWN + act;
        String wrongRole = act.equals("/decision") ? window.clerkToken("clerk-1") : tokens.withRoles("reviewer");

        assertThat(window.call().post(path, Map.of()).status()).isEqualTo(401);
        assertThat(window.call().token(wrongRole).post(path, Map.of()).status()).isEqualTo(403);
        assertThat(window.applicant(TestWindow.ID_NUMBER).post(path, Map.of()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ledger"})
    void readsNeedATokenAndTheRightRole(String part) {
        assertThat(window.call().get(UNKNOWN + part).status()).isEqualTo(401);
        assertThat(window.call()
                        .token(tokens.withRoles("api-consumer"))
                        .get(UNKNOWN + part)
                        .status())
                .isEqualTo(403);
        assertThat(window.clerk("clerk-1").get(UNKNOWN + part).expect(404).at("/type"))
                .isEqualTo("/errors/case-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ledger"})
    void isReadByTheApplicantTheResponsibleAuthorityAndAClerkDuringAVisit(String part) {
        String path = window.openCase("clerk-1").path() + part;

        window.applicant(TestWindow.ID_NUMBER).get(path).expect(200);
        window.reviewer("reviewer-1", "police-330104").get(path).expect(200);
        window.clerk("clerk-of-another-window").get(path).expect(200);

        assertThat(window.applicant(TestWindow.OTHER_ID_NUMBER)
                        .get(path)
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
        assertThat(window.reviewer("reviewer-1", "police-330106")
                        .get(path)
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
        assertThat(window.call()
                        .token(window.clerkToken("clerk-1"))
                        .get(path)
                        .expect(401)
                        .at("/type"))
                .isEqualTo("/errors/visit-pass-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "330104008008, 2021-04-08, police-330104, police-330102", // 钱江苑
        "330104008008, 2021-04-09, police-330102, police-330104",
        "330104010005, 2021-04-09, police-330114, police-330102", // 七格
        "330109013008, 2023-01-01, police-330109, police-330114", // 佳境
    })
    void passesWithItsCommunityToTheBodyOfTheDistrict(String division, LocalDate on, String holder, String other) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("residence", Map.of("division", division, "registeredOn", "2016-05-12"));
        String path = open(facts).expect(201).path();

        clock.set(on);

        window.reviewer("reviewer-1", holder).get(path).expect(200);
        window.reviewer("reviewer-1", other).get(path).expect(404);
    }

    @Test
    void aVisitPassMustBeGenuineCurrentOnesOwnAndForTheItem() {
        assertRefused(neighbours.pass("clerk-1").forge(), 401, "visit-pass-invalid");
        assertRefused("no.pass.atall", 401, "visit-pass-invalid");
        assertRefused(neighbours.pass("clerk-1").type("JWT").sign(), 401, "visit-pass-invalid");
        assertRefused(neighbours.pass("clerk-1").audience("gateway").sign(), 401, "visit-pass-invalid");
        assertRefused(neighbours.pass("clerk-1").claim("iss", "someone").sign(), 401, "visit-pass-invalid");
        assertRefused(neighbours.pass("clerk-1").claim("window", "no uuid").sign(), 401, "visit-pass-invalid");
        assertRefused(neighbours.pass("clerk-1").expired().sign(), 401, "visit-pass-expired");
        assertRefused(neighbours.pass("clerk-2").sign(), 403, "visit-pass-not-yours");
        assertRefused(
                neighbours.pass("clerk-1").claim("item", "driving-licence").sign(), 403, "visit-pass-for-another-item");
        assertThat(neighbours.queries()).isEmpty();
    }

    private void assertRefused(String pass, int status, String slug) {
        Answer answer = window.call()
                .token(window.clerkToken("clerk-1"))
                .header("Visit-Pass", pass)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", TestWindow.facts());
        assertThat(answer.expect(status).at("/type")).isEqualTo("/errors/" + slug);
    }

    @Test
    void aChangeNamesTheVersionThatItSaw() {
        Answer opened = window.openCase("clerk-1");
        String acceptance = opened.path() + "/acceptance";

        assertThat(window.clerk("clerk-1")
                        .post(acceptance, Map.of())
                        .expect(428)
                        .at("/type"))
                .isEqualTo("/errors/case-version-missing");
        assertThat(clerkWith("\"2\"").post(acceptance, Map.of()).expect(412).at("/type"))
                .isEqualTo("/errors/case-changed");
        assertThat(clerkWith("*").post(acceptance, Map.of()).status()).isEqualTo(412);
        assertThat(clerkWith("W/\"1\"").post(acceptance, Map.of()).status()).isEqualTo(412);
        clerkWith("\"1\"").post(acceptance, Map.of()).expect(200);
        assertThat(clerkWith("\"1\"").post(acceptance, Map.of()).status()).isEqualTo(412);
        assertThat(clerkWith("\"2\"").post(acceptance, Map.of()).expect(409).at("/type"))
                .isEqualTo("/errors/case-not-open");
    }

    private Call clerkWith(String ifMatch) {
        return window.clerk("clerk-1").header("If-Match", ifMatch);
    }

    @Test
    void isOpenedOnceHoweverOftenTheRequestIsSent() {
        String key = UUID.randomUUID().toString();

        Answer first = window.clerk("clerk-1").header("Idempotency-Key", key).post("/api/v1/cases", TestWindow.facts());
        Answer again = window.clerk("clerk-1").header("Idempotency-Key", key).post("/api/v1/cases", TestWindow.facts());
        Map<String, Object> other = TestWindow.facts();
        other.put("route", "residence");
        Answer changed = window.clerk("clerk-1").header("Idempotency-Key", key).post("/api/v1/cases", other);

        assertThat(again.expect(201).json()).isEqualTo(first.expect(201).json());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(changed.expect(422).at("/type")).isEqualTo("/errors/idempotency-key-reused");
        assertThat(window.clerk("clerk-1").post("/api/v1/cases", other).status())
                .isEqualTo(400);
    }

    @Test
    void refusesAResidenceOutsideTheCityAndARouteOutsideTheStandard() {
        Map<String, Object> elsewhere = TestWindow.facts();
        elsewhere.put("residence", Map.of("division", "310101001001"));
        assertThat(open(elsewhere).expect(422).at("/type")).isEqualTo("/errors/residence-outside-city");

        Map<String, Object> route = TestWindow.facts();
        route.put("route", "by-charm");
        assertThat(open(route).expect(422).at("/type")).isEqualTo("/errors/part-unknown");

        clock.set(LocalDate.of(2015, 1, 5));
        Map<String, Object> early = TestWindow.facts();
        early.put("residence", Map.of("division", "330104008008"));
        assertThat(open(early).expect(422).at("/type")).isEqualTo("/errors/standard-not-in-force");
    }

    @Test
    void anApplicationDateIsNotTheClientsToSet() {
        Map<String, Object> backdated = TestWindow.facts();
        backdated.put("appliedOn", "2016-12-01");

        assertThat(open(backdated).status()).isEqualTo(422);
    }

    @Test
    void noPersonalDataInLogsAddressesOrErrors(CapturedOutput output) {
        neighbours.adapterIsDown();
        Answer opened = window.openCase("clerk-1");
        Map<String, Object> wrong = TestWindow.facts();
        wrong.put("papers", List.of(Map.of("kind", "photo", "from", "2017-01-02", "until", "2017-01-01")));
        wrong.put("applicant", Map.of("name", "", "idNumber", TestWindow.ID_NUMBER));
        Answer invalid = open(wrong);

        assertThat(invalid.expect(422).text()).doesNotContain(TestWindow.ID_NUMBER);
        assertThat(opened.header("Location")).doesNotContain(TestWindow.ID_NUMBER);
        assertThat(output.getAll()).doesNotContain(TestWindow.ID_NUMBER).doesNotContain(TestWindow.NAME);
        assertThat(neighbours.queries())
                .allSatisfy(query -> assertThat(query.getUrl()).doesNotContain(TestWindow.ID_NUMBER));
    }

    @Test
    void describesItselfWithoutAToken() {
        Answer page = window.call().get("/openapi").expect(200);

        assertThat(page.at("/openapi")).startsWith("3.1");
        assertThat(page.json().at("/paths").propertyNames())
                .contains("/api/v1/assessments", "/api/v1/cases", "/api/v1/cases/{id}/decision");
        assertThat(page.json()
                        .at("/paths/~1api~1v1~1cases~1{id}~1papers/post/parameters")
                        .valueStream())
                .extracting(parameter -> parameter.at("/in").stringValue() + " "
                        + parameter.at("/name").stringValue())
                .contains("header Visit-Pass", "header If-Match")
                .doesNotContain("query presented", "query ifMatch");
        assertThat(page.at("/paths/~1api~1v1~1cases~1{id}~1papers/post/description"))
                .endsWith("Needs the role clerk.");
    }

    private Answer open(Map<String, Object> facts) {
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts);
    }
}
