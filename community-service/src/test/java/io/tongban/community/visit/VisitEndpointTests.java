package io.tongban.community.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestTokens;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit from its opening to its end. */
@CommunityTest
class VisitEndpointTests {

    private static final String VISITS = "/api/v1/visits";
    private static final String ALL_CHECKED = """
            {"toCheck": ["identity", "residence"],
             "checked": [{"criterion": "residence", "state": "MISSING"}, {"criterion": "identity", "state": "MET"}],
             "case": "0190a000-0000-7000-8000-000000000001", "notice": "N-1"}
            """;
    private static final String CUT_SHORT = """
            {"toCheck": ["identity", "residence", "contributions"],
             "checked": [{"criterion": "identity", "state": "MET"}], "code": "CLOSING", "reason": "午休"}
            """;

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    private final String clerk = "clerk-" + UUID.randomUUID();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aClerkOpensAVisitAtTheirWindow() {
        Api.Answer visit = open(mine()).expect(201);
        assertThat(visit.headers().getLocation()).hasPath(VISITS + "/" + visit.text("id"));
        assertThat(visit.text("window")).isEqualTo(Api.QIANJIANGYUAN);
        assertThat(visit.text("tier")).isEqualTo("COMMUNITY");
        assertThat(visit.text("authority")).isEqualTo("police-330104");
        assertThat(visit.text("startedAt")).isEqualTo("2017-04-06T09:30:00+08:00");
        assertThat(visit.text("recordedAt")).doesNotStartWith("2017");
        assertThat(visit.body().path("withinHours").asBoolean()).isTrue();
        assertThat(visit.text("present")).isEqualTo("APPLICANT");
        assertThat(visit.text("pass")).isNotEmpty();
        assertThat(visit.headers().getCacheControl()).contains("no-store");

        Api.Answer read = api.get(VISITS + "/" + visit.text("id"), mine()).expect(200);
        assertThat(read.body().has("pass")).as("a pass is shown once").isFalse();
        assertThat(read.text("startedAt")).isEqualTo(visit.text("startedAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "street, 330104008008, police-330104",
        "community, 330104008007, police-330104",
        "community, 330104008008, police-330102",
        ", 330104008008, police-330104",
        "community, , police-330104",
        "community, 330104008008, "
    })
    void tierDivisionAndAuthorityMustBeThoseOfTheWindow(String tier, String division, String authority) {
        String token = tokens.token()
                .subject(clerk)
                .roles("clerk")
                .claim("tier", tier)
                .claim("division", division)
                .claim("authority", authority)
                .sign();
        open(token).expectProblem(403, "window-not-yours");
    }

    @Test
    void nobodyElseOpensReadsRenewsOrEndsOne() {
        String visit = VISITS + "/" + open(mine()).expect(201).text("id");

        open(Api.NOBODY).expectProblem(401, "not-signed-in");
        api.get(visit, Api.NOBODY).expectProblem(401, "not-signed-in");
        api.post(visit + "/pass", Api.NOBODY, "{}").expectProblem(401, "not-signed-in");
        api.post(visit + "/end", Api.NOBODY, ALL_CHECKED).expectProblem(401, "not-signed-in");
        api.post(visit + "/end", api.withRoles("supervisor"), ALL_CHECKED).expectProblem(404, "visit-unknown");
        for (String other : List.of(api.applicant("jiang"), api.withRoles("reviewer"), api.tierAdmin("330104000000"))) {
            open(other).expectProblem(403, "not-allowed");
            api.get(visit, other).expectProblem(403, "not-allowed");
            api.post(visit + "/pass", other, "{}").expectProblem(403, "not-allowed");
            api.post(visit + "/end", other, ALL_CHECKED).expectProblem(403, "not-allowed");
        }
        String colleague = api.colleagueAtQianjiangyuan("colleague-" + UUID.randomUUID());
        api.get(visit, colleague).expectProblem(404, "visit-unknown");
        api.post(visit + "/pass", colleague, "{}").expectProblem(404, "visit-unknown");
        api.post(visit + "/end", colleague, ALL_CHECKED).expectProblem(404, "visit-unknown");
        api.post(visit + "/end", mine(), ALL_CHECKED).expect(200);
    }

    @Test
    void aPassIsNotRenewedForAClerkWhoHasMoved() {
        String visit = VISITS + "/" + open(mine()).expect(201).text("id");

        api.post(visit + "/pass", api.movedToTheDistrict(clerk), "{}").expectProblem(403, "window-not-yours");
        api.post(visit + "/pass", mine(), "{}").expect(200);
        api.post(visit + "/end", mine(), ALL_CHECKED).expect(200);
    }

    @Test
    void aVisitThatCheckedEverythingIsComplete() {
        String visit = VISITS + "/" + open(mine()).text("id");
        clock.set(LocalDateTime.parse("2017-04-06T09:55").atZone(BusinessClock.ZONE));
        Api.Answer ended = api.post(visit + "/end", mine(), ALL_CHECKED).expect(200);

        assertThat(ended.text("completeness")).isEqualTo("COMPLETE");
        assertThat(ended.text("startedAt")).isEqualTo("2017-04-06T09:30:00+08:00");
        assertThat(ended.text("endedAt")).isEqualTo("2017-04-06T09:55:00+08:00");
        assertThat(ended.text("case")).isEqualTo("0190a000-0000-7000-8000-000000000001");
        assertThat(ended.text("notice")).isEqualTo("N-1");
        assertThat(ended.texts("checked", "state")).containsExactlyInAnyOrder("MET", "MISSING");
        assertThat(ended.body().path("unchecked")).isEmpty();
        assertThat(ended.body().path("openWindows")).isEmpty();
        assertThat(api.get(visit, mine()).text("completeness")).isEqualTo("COMPLETE");
    }

    @Test
    void aVisitThatWasCutShortIsPartialAndNamesWhereToGoOn() {
        clock.set(LocalDateTime.parse("2017-05-08T11:15").atZone(BusinessClock.ZONE));
        String visit = VISITS + "/" + open(mine()).text("id");
        clock.set(LocalDateTime.parse("2017-05-08T11:29").atZone(BusinessClock.ZONE));
        Api.Answer ended = api.post(visit + "/end", mine(), CUT_SHORT).expect(200);

        assertThat(ended.text("completeness")).isEqualTo("PARTIAL");
        assertThat(ended.text("code")).isEqualTo("CLOSING");
        assertThat(ended.text("reason")).isEqualTo("午休");
        assertThat(ended.body().path("unchecked").toString()).contains("residence", "contributions");
        assertThat(ended.texts("openWindows", "id"))
                .as("its own street is about to close, so district and city come first")
                .startsWith(Api.JIANGGAN, Api.CITY)
                .hasSize(5)
                .doesNotContain(Api.QIANJIANGYUAN, Api.SIJIQING);
        assertThat(ended.texts("openWindows", "lunch")).containsOnly("COVERED");
    }

    @Test
    void inTheAfternoonTheStreetIsNamedFirst() {
        clock.set(LocalDateTime.parse("2017-05-08T14:00").atZone(BusinessClock.ZONE));
        String visit = VISITS + "/" + open(mine()).text("id");
        assertThat(api.post(visit + "/end", mine(), CUT_SHORT).expect(200).texts("openWindows", "id"))
                .startsWith(Api.SIJIQING, Api.JIANGGAN, Api.CITY);
    }

    @Test
    void atNightNoWindowIsNamed() {
        clock.set(LocalDateTime.parse("2017-05-08T16:50").atZone(BusinessClock.ZONE));
        String visit = VISITS + "/" + open(mine()).text("id");
        clock.set(LocalDateTime.parse("2017-05-08T23:50").atZone(BusinessClock.ZONE));
        assertThat(api.post(visit + "/end", mine(), CUT_SHORT)
                        .expect(200)
                        .body()
                        .path("openWindows"))
                .isEmpty();
    }

    @Test
    void aPartialVisitNeedsACodeAndIsNoNotice() {
        String visit = VISITS + "/" + open(mine()).text("id");
        api.post(visit + "/end", mine(), CUT_SHORT.replace("\"code\": \"CLOSING\", ", ""))
                .expectProblem(422, "partial-visit-needs-code");
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("\"notice\": \"N-1\"", "\"code\": \"OTHER\""))
                .expectProblem(422, "complete-visit-has-no-code");
        api.post(visit + "/end", mine(), CUT_SHORT.replace("午休", " \u3000")).expectProblem(422, "invalid-request");
        Api.Answer problem = api.post(visit + "/end", mine(), CUT_SHORT.replace("}\n", ", \"notice\": \"N-2\"}\n"));
        problem.expectProblem(422, "partial-visit-gives-no-notice");
        assertThat(problem.body().path("unchecked")).hasSize(2);
        api.post(visit + "/end", mine(), CUT_SHORT).expect(200);
    }

    @Test
    void onlyWhatWasToBeCheckedIsChecked() {
        String visit = VISITS + "/" + open(mine()).text("id");
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("[\"identity\", \"residence\"]", "[\"identity\"]"))
                .expectProblem(422, "point-not-to-check");
        api.post(
                        visit + "/end",
                        mine(),
                        ALL_CHECKED.replace("\"criterion\": \"residence\"", "\"criterion\": \"identity\""))
                .expectProblem(422, "point-checked-twice");
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("[\"identity\", \"residence\"]", "[]"))
                .expectProblem(422, "invalid-request");
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("N-1", " ")).expectProblem(422, "invalid-request");
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("MISSING", "SEEN")).expectProblem(422, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the applicant Jiang", "Identity", "a339999199001010013", "身份"})
    void aPointIsNamedAsStandardsNameTheirCriteria(String name) {
        String visit = VISITS + "/" + open(mine()).text("id");
        Api.Answer answer = api.post(visit + "/end", mine(), ALL_CHECKED.replace("residence", name));

        answer.expectProblem(422, "invalid-request");
        assertThat(answer.body().toString()).doesNotContain(name);
        api.post(visit + "/end", mine(), ALL_CHECKED.replace("N-1", "N-339999199001010013"))
                .expectProblem(422, "invalid-request");
    }

    @Test
    void aPointIsACriterionOfSomeVersionOfTheItemsStandard() {
        String visit = VISITS + "/" + open(mine()).text("id");
        Api.Answer outside = api.post(visit + "/end", mine(), ALL_CHECKED.replace("residence", "mood"));
        outside.expectProblem(422, "point-outside-standard");
        assertThat(outside.body().path("criteria").toString()).isEqualTo("[\"mood\"]");

        assertThat(api.post(visit + "/end", mine(), ALL_CHECKED)
                        .expect(200)
                        .body()
                        .path("compared")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsWrongWithAPointIsNoMatterOnceTheVisitHasEnded() {
        String visit = VISITS + "/" + open(mine()).text("id");
        api.post(visit + "/end", mine(), ALL_CHECKED).expect(200);

        api.post(visit + "/end", mine(), ALL_CHECKED.replace("residence", "mood"))
                .expectProblem(409, "visit-already-ended");
    }

    @Test
    void aVisitForAnItemWithoutAStandardEndsWithoutComparison() {
        String city = tokens.token()
                .subject(clerk)
                .roles("clerk")
                .claim("tier", "city")
                .claim("division", "330100000000")
                .claim("authority", "human-resources-330100")
                .sign();
        String visit = VISITS + "/"
                + api.post(
                                VISITS,
                                city,
                                body("00000000-0000-7000-8001-330100000000", null)
                                        .replace("residence-permit", "contribution-statement"))
                        .expect(201)
                        .text("id");

        assertThat(api.post(visit + "/end", city, ALL_CHECKED.replace("residence", "mood"))
                        .expect(200)
                        .body()
                        .path("compared")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aVisitEndsOnce() throws Exception {
        String visit = VISITS + "/" + open(mine()).text("id");
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> ends = IntStream.range(0, 5)
                    .mapToObj(number -> hands.submit(() -> api.post(visit + "/end", mine(), ALL_CHECKED)))
                    .toList();
            int ended = 0;
            for (Future<Api.Answer> end : ends) {
                Api.Answer answer = end.get();
                if (answer.status() == 200) {
                    ended++;
                } else {
                    answer.expectProblem(409, "visit-already-ended");
                }
            }
            assertThat(ended).isEqualTo(1);
        }
        api.post(visit + "/pass", mine(), "{}").expectProblem(409, "visit-already-ended");
    }

    @Test
    void aClerkHasOneOpenVisit() {
        Api.Answer first = open(mine()).expect(201);
        Api.Answer second = open(mine());
        second.expectProblem(409, "visit-still-open");
        assertThat(second.text("visit")).isEqualTo(first.text("id"));
        api.post(VISITS + "/" + first.text("id") + "/end", mine(), ALL_CHECKED).expect(200);
        open(mine()).expect(201);
    }

    @Test
    void theSameKeyOpensOneVisit() {
        String key = UUID.randomUUID().toString();
        Api.Answer first =
                api.post(VISITS, mine(), key, body(Api.QIANJIANGYUAN, null)).expect(201);
        Api.Answer second =
                api.post(VISITS, mine(), key, body(Api.QIANJIANGYUAN, null)).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void whoTookATicketBeforeClosingIsServedAfterIt() {
        clock.set(LocalDateTime.parse("2017-05-09T11:29").atZone(BusinessClock.ZONE));
        String ticket = ticket(Api.QIANJIANGYUAN);
        clock.set(LocalDateTime.parse("2017-05-09T11:45").atZone(BusinessClock.ZONE));
        Api.Answer visit =
                api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, ticket)).expect(201);
        assertThat(visit.text("ticket")).isEqualTo(ticket);
        assertThat(visit.body().path("withinHours").asBoolean(true)).isFalse();
    }

    @Test
    void aTicketIsCalledOnceAtItsWindowOnItsDay() {
        clock.set(LocalDate.of(2017, 5, 10));
        String elsewhere = ticket(Api.CITY);
        String here = ticket(Api.QIANJIANGYUAN);
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, elsewhere)).expectProblem(422, "ticket-not-for-this-visit");
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, UUID.randomUUID().toString()))
                .expectProblem(422, "ticket-not-for-this-visit");
        clock.set(LocalDate.of(2017, 5, 11));
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, here)).expectProblem(422, "ticket-not-for-this-visit");
        clock.set(LocalDate.of(2017, 5, 10));
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, here)).expect(201);
        String colleague = api.colleagueAtQianjiangyuan("colleague-" + UUID.randomUUID());
        api.post(VISITS, colleague, body(Api.QIANJIANGYUAN, here)).expectProblem(409, "ticket-already-called");
    }

    @Test
    void badRequestsAreProblems() {
        api.post(VISITS, mine(), body(UUID.randomUUID().toString(), null)).expectProblem(422, "window-unknown");
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, null).replace("residence-permit", "passport"))
                .expectProblem(422, "item-unknown");
        api.post(VISITS, mine(), body(Api.QIANJIANGYUAN, null).replace("residence-permit", "contribution-statement"))
                .expectProblem(422, "item-not-taken-here");
        api.get(VISITS + "/" + UUID.randomUUID(), mine()).expectProblem(404, "visit-unknown");
        api.post(VISITS + "/" + UUID.randomUUID() + "/end", mine(), ALL_CHECKED).expectProblem(404, "visit-unknown");
    }

    private String mine() {
        return api.colleagueAtQianjiangyuan(clerk);
    }

    private Api.Answer open(@Nullable String token) {
        return api.post(VISITS, token, body(Api.QIANJIANGYUAN, null));
    }

    private String ticket(String window) {
        return api.post("/api/v1/tickets", api.applicant("applicant-" + UUID.randomUUID()), """
                        {"window": "%s", "item": "residence-permit"}
                        """.formatted(window))
                .expect(201)
                .text("id");
    }

    private static String body(String window, @Nullable String ticket) {
        return """
                {"window": "%s", "item": "residence-permit", "ticket": %s, "present": "APPLICANT"}
                """.formatted(window, ticket == null ? null : "\"" + ticket + "\"");
    }
}
