package io.tongban.community.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.DueWork;
import io.tongban.community.TestPermitService;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found of visits by itself, and who may end one that was left open. */
@CommunityTest
class VisitFindingTests {

    private static final String VISITS = "/api/v1/visits";
    private static final String LEFT = """
            {"toCheck": ["identity", "residence"], "checked": [{"criterion": "identity", "state": "MET"}], "code": "%s"}
            """;
    private static final String COMPLETE = """
            {"toCheck": ["identity"], "checked": [{"criterion": "identity", "state": "MET"}]}
            """;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private TestPermitService permitService;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private LeftOpenVisits leftOpen;

    private final String clerk = "clerk-" + UUID.randomUUID();
    private String window = "";

    @BeforeEach
    void aWindowOfItsOwn() {
        at("2017-07-10T16:50:00");
        window = api.ownWindow(0);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
        breakers.circuitBreaker("permit-service").reset();
    }

    @ParameterizedTest
    @CsvSource({
        "16:50, false, CLOSING, CUT_SHORT",
        "17:05, true, CLOSING, CUT_SHORT",
        "17:05, false, CLOSING, ",
        "16:50, true, APPLICANT_LEFT, ",
        "16:50, true, SYSTEM_DOWN, ",
        "16:50, true, NOT_OUR_RESIDENT, RESIDENTS_ONLY",
        "17:05, false, NOT_OUR_RESIDENT, RESIDENTS_ONLY"
    })
    void whoCameInTimeIsNotSentAwayAndNobodyIsForWhereTheyLive(
            String begun, boolean withTicket, String code, @Nullable String category) {
        String ticket = withTicket ? take() : null;
        at("2017-07-10T" + begun + ":00");
        String visit = open(ticket);

        end(visit, mine(), LEFT.formatted(code)).expect(200);

        assertThat(found(visit)).isEqualTo(category == null ? List.of() : List.of(category));
    }

    @Test
    void aVisitWithoutEndAtMidnightIsAFindingOnceAndStaysOpen() throws Exception {
        String visit = open(null);
        at("2017-07-10T23:59:59");
        dueWork.doWhatIsDue();
        assertThat(found(visit)).isEmpty();

        at("2017-07-11T00:00:00");
        Flood.atOnce(List.of(leftOpen::findSome, leftOpen::findSome, leftOpen::findSome, leftOpen::findSome));
        dueWork.doWhatIsDue();

        assertThat(found(visit)).containsExactly("OPEN_VISIT");
        end(visit, mine(), COMPLETE).expect(200);
        assertThat(found(visit)).containsExactly("OPEN_VISIT");
    }

    @Test
    void itIsAFindingThoughItEndedBeforeAnybodyLooked() {
        String visit = open(null);
        at("2017-07-11T00:00:00");

        end(visit, mine(), COMPLETE).expect(200);
        dueWork.doWhatIsDue();

        assertThat(found(visit)).containsExactly("OPEN_VISIT");
    }

    @Test
    void oneThatEndedInTheLastSecondOfTheDayIsNone() {
        String visit = open(null);
        at("2017-07-10T23:59:59");
        end(visit, mine(), COMPLETE).expect(200);
        at("2017-07-11T00:00:00");
        dueWork.doWhatIsDue();

        assertThat(found(visit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "authority, civil-affairs-330104",
        "division, 330104008003",
        "division, 330104000000",
        "division, 330100000000"
    })
    void aSupervisorOfTheWindowEndsItOnceItsDayIsOver(String claim, String value) {
        String visit = open(null);
        String supervisor = api.supervisor(claim, value);
        end(visit, supervisor, LEFT.formatted("OTHER")).expectProblem(409, "visit-of-today");
        at("2017-07-11T00:00:00");

        Api.Answer ended = end(visit, supervisor, LEFT.formatted("OTHER")).expect(200);

        assertThat(ended.text("completeness")).isEqualTo("PARTIAL");
        assertThat(endedBy(visit)).isEqualTo("supervisor-" + value);
        end(visit, supervisor, LEFT.formatted("OTHER")).expectProblem(409, "visit-already-ended");
        assertThat(api.get(VISITS + "/" + visit, mine()).expect(200).text("code"))
                .isEqualTo("OTHER");
        open(null); // the clerk can go on
    }

    @ParameterizedTest
    @CsvSource({"authority, civil-affairs-330102", "division, 330104008008", "division, 330102000000"})
    void forAnotherSupervisorItDoesNotExist(String claim, String value) {
        String visit = open(null);
        at("2017-07-11T00:00:00");

        end(visit, api.supervisor(claim, value), LEFT.formatted("OTHER")).expectProblem(404, "visit-unknown");
        end(visit, api.withRoles("supervisor"), LEFT.formatted("OTHER")).expectProblem(404, "visit-unknown");
    }

    @Test
    void whatEveryAssessmentEvaluatesIsToBeChecked() {
        String visit = open(null);
        end(visit, mine(), """
                        {"case": "0190a000-0000-7000-8000-000000000001", "toCheck": ["residence"],
                         "checked": [{"criterion": "residence", "state": "MET"}]}
                        """).expect(200);
        assertThat(found(visit))
                .as("both routes of the standards have identity, and only one residence")
                .containsExactly("POINTS_DIFFER");

        String complete = open(null);
        end(complete, mine(), """
                        {"case": "0190a000-0000-7000-8000-000000000001", "toCheck": ["identity"],
                         "checked": [{"criterion": "identity", "state": "MET"}]}
                        """).expect(200);
        assertThat(found(complete)).isEmpty();

        String withoutCase = open(null);
        end(withoutCase, mine(), """
                        {"toCheck": ["residence"], "checked": [{"criterion": "residence", "state": "MET"}]}
                        """).expect(200);
        assertThat(found(withoutCase)).isEmpty();
    }

    @Test
    void pointsThatCouldNotBeComparedAreComparedLater() {
        permitService.noStandards("residence-registration", 503);
        String unlike = openFor("residence-registration");
        assertThat(end(unlike, mine(), COMPLETE.replace("identity", "mood"))
                        .expect(200)
                        .body()
                        .path("compared")
                        .asBoolean(true))
                .isFalse();
        String like = openFor("residence-registration");
        end(like, mine(), COMPLETE).expect(200);
        dueWork.doWhatIsDue();
        assertThat(found(unlike)).as("permit-service is still away").isEmpty();

        breakers.circuitBreaker("permit-service").reset();
        permitService.standard("residence-registration", "S1", "identity");
        dueWork.doWhatIsDue();
        dueWork.doWhatIsDue();

        assertThat(found(unlike)).containsExactly("POINTS_DIFFER");
        assertThat(found(like)).isEmpty();
        assertThat(api.get(VISITS + "/" + unlike, mine())
                        .body()
                        .path("compared")
                        .asBoolean(true))
                .as("what was recorded stays")
                .isFalse();
    }

    @Test
    void whoWishesToGoOnElsewhereHasTheFirstTicketThere() {
        String applicant = "applicant-" + UUID.randomUUID();
        at("2017-07-10T11:00:00");
        String other = api.ownWindow(0);
        String ticket = take(applicant);
        String visit = open(ticket);

        Api.Answer ended = handOver(visit, other, "\"wished\": true,", "\"code\": \"CLOSING\"");

        assertThat(ended.expect(200).text("completeness")).isEqualTo("PARTIAL");
        assertThat(ended.text("code")).isEqualTo("CLOSING");
        assertThat(ended.body().path("handover").path("window").asString()).isEqualTo(other);
        assertThat(found(visit)).as("it was the applicant's wish").isEmpty();
        String there = ended.body().path("handover").path("ticket").asString();
        assertThat(api.get("/api/v1/tickets/" + there, api.applicant(applicant))
                        .expect(200)
                        .text("state"))
                .isEqualTo("WAITING");
        assertThat(api.get(VISITS + "/" + visit, mine()).body().path("handover"))
                .isEqualTo(ended.body().path("handover"));
        handOver(visit, other, "\"wished\": true,", "\"code\": \"CLOSING\"").expectProblem(409, "visit-already-ended");
    }

    @Test
    void aHandoverThatIsRefusedLeavesTheVisitOpen() {
        String visit = open(null);
        String other = api.ownWindow(0);

        handOver(visit, other, "", "\"reason\": \"x\"").expectProblem(422, "handover-not-wished");
        handOver(visit, other, "\"wished\": true,", "\"reason\": \"x\"").expectProblem(409, "window-closing");
        handOver(visit, window, "\"wished\": true,", "\"reason\": \"x\"").expectProblem(422, "handover-to-same-window");
        handOver(visit, Api.JIANGGAN, "\"wished\": true,", "\"reason\": \"x\"")
                .expectProblem(422, "item-not-taken-here");
        end(visit, mine(), LEFT.formatted("HANDOVER")).expectProblem(422, "handover-not-wished");
        at("2017-07-10T10:00:00");
        api.post(VISITS + "/" + visit + "/handover", mine(), """
                        {"window": "%s", "wished": true, "end": %s}
                        """.formatted(other, COMPLETE))
                .expectProblem(422, "complete-visit-has-no-code");
        handOver(visit, other, "\"wished\": true,", "\"notice\": \"N-1\"")
                .expectProblem(422, "partial-visit-gives-no-notice");

        assertThat(handOver(visit, other, "\"wished\": true,", "\"reason\": \"x\"")
                        .expect(200)
                        .text("code"))
                .isEqualTo("HANDOVER");
        assertThat(takerOfHandover(visit)).isEqualTo("CLERK");
    }

    @Test
    void nobodyGoesOnElsewhereWithAVisitOfYesterday() {
        String visit = open(null);
        String other = api.ownWindow(0);
        at("2017-07-11T09:30:00");

        handOver(visit, other, "\"wished\": true,", "\"reason\": \"x\"").expectProblem(409, "visit-of-another-day");
    }

    private Api.Answer handOver(String visit, String to, String wished, String more) {
        return api.post(VISITS + "/" + visit + "/handover", mine(), """
                {"window": "%s", %s "end": {"toCheck": ["identity", "residence"], "checked": [], %s}}
                """.formatted(to, wished, more));
    }

    private String take() {
        return take("applicant-" + UUID.randomUUID());
    }

    private String take(String applicant) {
        return api.post("/api/v1/tickets", api.applicant(applicant), """
                        {"window": "%s", "item": "elder-card"}
                        """.formatted(window))
                .expect(201)
                .text("id");
    }

    private String open(@Nullable String ticket) {
        return api.post(VISITS, mine(), """
                        {"window": "%s", "item": "elder-card", "ticket": %s, "present": "APPLICANT"}
                        """.formatted(window, ticket == null ? null : "\"" + ticket + "\""))
                .expect(201)
                .text("id");
    }

    private String openFor(String item) {
        return api.post(VISITS, mine(), """
                        {"window": "%s", "item": "%s", "present": "REPRESENTATIVE"}
                        """.formatted(window, item)).expect(201).text("id");
    }

    private Api.Answer end(String visit, String token, String body) {
        return api.post(VISITS + "/" + visit + "/end", token, body);
    }

    private void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(BusinessClock.ZONE));
    }

    private String mine() {
        return api.clerkOfOwnWindow(clerk);
    }

    private List<String> found(String visit) {
        return database.asOwner()
                .sql("select category from window_finding where source_id = :visit order by category")
                .param("visit", UUID.fromString(visit))
                .query(String.class)
                .list();
    }

    private String endedBy(String visit) {
        return database.asOwner()
                .sql("select ended_by from visit_end where visit_id = :visit")
                .param("visit", UUID.fromString(visit))
                .query(String.class)
                .single();
    }

    private String takerOfHandover(String visit) {
        return database.asOwner()
                .sql(
                        "select taker from ticket join visit_end on handover_ticket_id = ticket.id where visit_id = :visit")
                .param("visit", UUID.fromString(visit))
                .query(String.class)
                .single();
    }
}
