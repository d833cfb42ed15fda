package io.tongban.community.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.TestPermitService;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An appointment from its booking to the check-in. */
@CommunityTest
class AppointmentEndpointTests {

    private static final String APPOINTMENTS = "/api/v1/appointments";
    private static final String TOMORROW_AT_NINE = "2017-07-25T09:00:00+08:00";

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

    private final String subject = "applicant-" + UUID.randomUUID();
    private String window = "";

    @BeforeEach
    void aWindowOfItsOwn() {
        at("2017-07-24T09:30:00");
        window = api.ownWindow(2);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
        breakers.circuitBreaker("permit-service").reset();
    }

    @Test
    void anApplicantBooksAndReadsIt() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);

        assertThat(booked.text("window")).isEqualTo(window);
        assertThat(booked.text("startsAt")).isEqualTo(TOMORROW_AT_NINE);
        assertThat(booked.text("state")).isEqualTo("BOOKED");
        assertThat(booked.headers().getETag()).isEqualTo("\"1\"");
        assertThat(booked.headers().getLocation()).hasPath(path(booked));
        assertThat(api.get(path(booked), mine()).expect(200).body()).isEqualTo(booked.body());
        assertThat(api.get(APPOINTMENTS, mine()).expect(200).texts("items", "id"))
                .containsExactly(booked.text("id"));
        assertThat(free()).startsWith("1"); // of two
    }

    @Test
    void whoBookedIsNotInTheDatabaseInTheClear() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);

        assertThat(database.asOwner()
                        .sql("select appointment::text from appointment where id = :id")
                        .param("id", UUID.fromString(booked.text("id")))
                        .query(String.class)
                        .single())
                .doesNotContain(subject);
    }

    @Test
    void nobodyElseSeesOrChangesIt() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        String other = api.applicant("applicant-" + UUID.randomUUID());
        String elsewhere = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());

        book(api.withRoles("clerk", "supervisor"), TOMORROW_AT_NINE).expectProblem(403, "not-allowed");
        book(Api.NOBODY, TOMORROW_AT_NINE).expectProblem(401, "not-signed-in");
        for (String token : List.of(other, elsewhere)) {
            api.get(path(booked), token).expectProblem(404, "appointment-unknown");
            api.act(path(booked) + "/check-in", token, booked, null).expectProblem(404, "appointment-unknown");
        }
        api.act(path(booked) + "/cancellation", other, booked, null).expectProblem(404, "appointment-unknown");
        move(booked, other, "2017-07-25T10:00:00+08:00").expectProblem(404, "appointment-unknown");
        api.act(path(booked) + "/cancellation", elsewhere, booked, null).expectProblem(403, "not-allowed");
        move(booked, elsewhere, "2017-07-25T10:00:00+08:00").expectProblem(403, "not-allowed");
        api.get(APPOINTMENTS, elsewhere).expectProblem(403, "not-allowed");
        assertThat(api.get(APPOINTMENTS, other).texts("items", "id")).isEmpty();
        api.get(path(booked), api.clerkOfOwnWindow("clerk-here")).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        // an hour to 28 days ahead of 2017-07-24T09:30
        "2017-07-24T10:00:00+08:00, 422",
        "2017-07-24T10:30:00+08:00, 201",
        "2017-07-24T02:30:00Z, 201",
        "2017-08-21T09:30:00+08:00, 201",
        "2017-08-21T10:00:00+08:00, 422",
        "2017-07-23T10:00:00+08:00, 422",
        // half hours
        "2017-07-25T09:15:00+08:00, 422",
        "2017-07-25T09:30:01+08:00, 422",
        "2017-07-25T09:30:00.000000001+08:00, 422",
        // wholly within the opening, 08:30 to 17:00 on working days
        "2017-07-25T08:00:00+08:00, 422",
        "2017-07-25T08:30:00+08:00, 201",
        "2017-07-25T16:30:00+08:00, 201",
        "2017-07-25T17:00:00+08:00, 422",
        "2017-07-25T23:30:00+08:00, 422",
        "2017-07-29T10:00:00+08:00, 422",
        "0001-01-01T00:00:00Z, 422",
        "9999-12-31T23:30:00Z, 422"
    })
    void onlyHalfHoursThatTheWindowOffersAreBooked(String startsAt, int status) {
        Api.Answer answer = book(mine(), startsAt).expect(status);
        if (status == 422) {
            answer.expectProblem(422, "slot-not-offered");
            assertThat(answer.text("earliestAt")).isEqualTo("2017-07-24T10:30:00+08:00");
            assertThat(answer.text("latestAt")).isEqualTo("2017-08-21T09:30:00+08:00");
        }
    }

    @Test
    void closedForLunchMeansNoHalfHourThatReachesIntoIt() {
        api.put("/api/v1/windows/" + window + "/hours", api.tierAdmin("330104000000"), "\"2\"", """
                        {"workingDays": [{"opens": "08:45", "closes": "11:45"}, {"opens": "13:30", "closes": "17:00"}],
                         "weekends": []}
                        """)
                .expect(200);

        book(mine(), "2017-07-25T08:30:00+08:00").expectProblem(422, "slot-not-offered");
        book(mine(), "2017-07-25T11:30:00+08:00").expectProblem(422, "slot-not-offered");
        assertThat(slots("?on=2017-07-25"))
                .startsWith("2017-07-25T09:00:00+08:00")
                .contains("2017-07-25T11:00:00+08:00", "2017-07-25T13:30:00+08:00")
                .doesNotContain("2017-07-25T11:30:00+08:00")
                .endsWith("2017-07-25T16:30:00+08:00");
    }

    @Test
    void oneForAnItemAndNoTwoAtATime() {
        Api.Answer first = book(mine(), TOMORROW_AT_NINE).expect(201);

        assertThat(book(mine(), "2017-07-26T09:00:00+08:00")
                        .expectProblem(409, "already-booked")
                        .text("appointment"))
                .isEqualTo(first.text("id"));
        String other = api.ownWindow(1);
        assertThat(book(mine(), other, "residence-registration", TOMORROW_AT_NINE)
                        .expectProblem(409, "times-overlap")
                        .text("appointment"))
                .isEqualTo(first.text("id"));
        book(mine(), other, "residence-registration", "2017-07-25T09:30:00+08:00")
                .expect(201);
    }

    @Test
    void anAccountThatBooksTwiceAtOnceHasOne() throws Exception {
        String other = api.ownWindow(2);

        List<Api.Answer> answers = Flood.atOnce(List.of(
                () -> book(mine(), TOMORROW_AT_NINE),
                () -> book(mine(), other, "elder-card", "2017-07-25T10:00:00+08:00"),
                () -> book(mine(), other, "residence-registration", TOMORROW_AT_NINE),
                () -> book(mine(), "2017-07-26T09:00:00+08:00")));

        assertThat(answers).extracting(Api.Answer::status).isSubsetOf(201, 409);
        assertThat(rows("select count(*), count(distinct item), count(distinct starts_at) from appointment"
                        + " where state = 'BOOKED' and id in (%s)".formatted(ids(answers))))
                .as("as many items and times as appointments")
                .matches(row -> row.stream().distinct().count() == 1, "all equal");
    }

    @Test
    void aWindowHasAsManyPlacesAsItIsGiven() {
        for (int place = 0; place < 2; place++) {
            book(api.applicant("applicant-" + UUID.randomUUID()), TOMORROW_AT_NINE)
                    .expect(201);
        }

        Api.Answer full = book(mine(), TOMORROW_AT_NINE).expectProblem(409, "slot-full");

        assertThat(full.body().path("places").asInt()).isEqualTo(2);
        String without = api.ownWindow(0);
        book(mine(), without, "elder-card", TOMORROW_AT_NINE).expectProblem(409, "slot-full");
        assertThat(api.get("/api/v1/windows/" + without + "/slots", Api.NOBODY)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void twoHundredAtOnceGetTheTenPlaces() throws Exception {
        String rush = api.ownWindow(10);
        List<Callable<Integer>> calls = IntStream.range(0, 200)
                .mapToObj(number ->
                        (Callable<Integer>) () -> insisting(api.applicant("applicant-" + number + "-" + rush), rush))
                .toList();

        List<Integer> answers = Flood.atOnce(calls);

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
        assertThat(rows("select count(*), count(distinct place), min(place), max(place) from appointment"
                        + " where window_id = '%s'".formatted(rush)))
                .containsExactly(10, 10, 1, 10);
    }

    @Test
    void theDatabaseGivesAPlaceOnceWhateverTheServiceDoes() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        Api.Answer other = book(api.applicant("applicant-" + UUID.randomUUID()), TOMORROW_AT_NINE)
                .expect(201);

        assertThatThrownBy(() -> database.asRuntime()
                        .sql(
                                "update appointment set place = (select place from appointment where id = :id) where id = :other")
                        .param("id", UUID.fromString(booked.text("id")))
                        .param("other", UUID.fromString(other.text("id")))
                        .update())
                .hasMessageContaining("appointment_place_once");
    }

    @Test
    void theSameKeyBooksOnce() {
        String key = UUID.randomUUID().toString();
        String body = body(window, "elder-card", TOMORROW_AT_NINE, "");
        Api.Answer first = api.post(APPOINTMENTS, mine(), key, body).expect(201);
        assertThat(api.post(APPOINTMENTS, mine(), key, body).expect(201).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource({"2017-07-25, 201", "2017-07-26, 409", ", 201"})
    void notBeforeTheCaseIsReady(@Nullable String readyOn, int status) {
        String file = UUID.randomUUID().toString();
        permitService.readyOn(file, readyOn);
        String token = mine();

        Api.Answer answer = bookFor(file, token, "").expect(status);

        if (status == 409) {
            assertThat(answer.expectProblem(409, "too-early").text("readyOn")).isEqualTo(readyOn);
            answer = bookFor(file, token, ", \"anyway\": true").expect(201);
        }
        assertThat(answer.text("case")).isEqualTo(file);
        assertThat(permitService.tokensForCase(file))
                .as("it is asked for with the applicant's own right")
                .containsExactly("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 403, 404})
    void whileThePermitServiceFailsNobodyIsRefused(int status) {
        String file = UUID.randomUUID().toString();
        permitService.caseAway(file, status);

        bookFor(file, mine(), "").expect(201);
    }

    @Test
    void aCaseOfSomebodyElseDoesNotExist() {
        String file = UUID.randomUUID().toString();
        permitService.noCase(file);

        bookFor(file, mine(), "").expectProblem(422, "case-unknown");
    }

    @Test
    void movesWithTheOldPlaceFreeAndOnlyIfTheNewOneIsHad() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        String small = api.ownWindow(1);
        book(api.applicant("applicant-" + UUID.randomUUID()), small, "elder-card", TOMORROW_AT_NINE)
                .expect(201);

        api.put(path(booked) + "/slot", mine(), "\"1\"", slot(small, TOMORROW_AT_NINE))
                .expectProblem(409, "slot-full");
        assertThat(api.get(path(booked), mine()).text("window")).isEqualTo(window);
        Api.Answer moved = api.put(path(booked) + "/slot", mine(), "\"1\"", slot(small, "2017-07-26T09:00:00+08:00"))
                .expect(200);

        assertThat(moved.text("id")).isEqualTo(booked.text("id"));
        assertThat(moved.text("window")).isEqualTo(small);
        assertThat(moved.headers().getETag()).isEqualTo("\"2\"");
        assertThat(free()).startsWith("2");
        move(booked, mine(), "2017-07-27T09:00:00+08:00").expectProblem(412, "appointment-changed");
        api.put(path(booked) + "/slot", mine(), null, slot(window, TOMORROW_AT_NINE))
                .expectProblem(428, "appointment-version-missing");
    }

    @ParameterizedTest
    @CsvSource({"2017-07-25T08:59:59, 200", "2017-07-25T09:00:00, 409"})
    void isCancelledUntilItsStart(String now, int status) {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        at(now);

        Api.Answer cancelled = api.act(path(booked) + "/cancellation", mine(), booked, null);

        if (status == 200) {
            assertThat(cancelled.expect(200).text("state")).isEqualTo("CANCELLED");
            api.act(path(booked) + "/cancellation", mine(), cancelled, null).expectProblem(409, "appointment-over");
            book(mine(), "2017-07-26T09:00:00+08:00").expect(201);
        } else {
            cancelled.expectProblem(409, "appointment-over");
            move(booked, mine(), "2017-07-26T09:00:00+08:00").expectProblem(409, "appointment-over");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-07-25T08:29:59, 409, check-in-too-early, false",
        "2017-07-25T08:30:00, 200, , true",
        "2017-07-25T09:14:59, 200, , true",
        "2017-07-25T09:15:00, 200, , false",
        "2017-07-25T09:29:59, 200, , false",
        "2017-07-25T09:30:00, 409, appointment-over, false"
    })
    void whoComesInTimeIsCalledFirst(String now, int status, @Nullable String problem, boolean first) {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        at("2017-07-25T08:30:00");
        api.post("/api/v1/tickets", api.applicant("applicant-" + UUID.randomUUID()), """
                        {"window": "%s", "item": "elder-card"}
                        """.formatted(window))
                .expect(201);
        at(now);

        Api.Answer come = api.act(path(booked) + "/check-in", mine(), booked, null);

        if (problem != null) {
            come.expectProblem(status, problem);
            return;
        }
        assertThat(come.expect(status).text("state")).isEqualTo("CHECKED_IN");
        Api.Answer ticket =
                api.get("/api/v1/tickets/" + come.text("ticket"), mine()).expect(200);
        assertThat(ticket.body().path("ahead").asInt(-1)).isEqualTo(first ? 0 : 1);
        api.act(path(booked) + "/check-in", mine(), come, null).expectProblem(409, "appointment-over");
        api.act(path(booked) + "/check-in", mine(), booked, null).expectProblem(412, "appointment-changed");
    }

    @Test
    void aClerkOfTheWindowChecksInWhoeverStandsThere() {
        Api.Answer booked = book(mine(), TOMORROW_AT_NINE).expect(201);
        at("2017-07-25T09:00:00");
        String clerk = api.clerkOfOwnWindow("clerk-" + UUID.randomUUID());

        Api.Answer come =
                api.act(path(booked) + "/check-in", clerk, booked, null).expect(200);

        api.get("/api/v1/tickets/" + come.text("ticket"), clerk).expect(200);
        api.get("/api/v1/tickets/" + come.text("ticket"), mine()).expectProblem(404, "ticket-unknown");
        assertThat(api.get(path(booked), mine()).text("state")).isEqualTo("CHECKED_IN");
    }

    @Test
    void freeHalfHoursAreListedPageByPage() {
        List<String> all = new ArrayList<>(slots("?limit=200"));
        assertThat(all).startsWith("2017-07-24T10:30:00+08:00", "2017-07-24T11:00:00+08:00");
        Api.Answer first = api.get("/api/v1/windows/" + window + "/slots?limit=1", Api.NOBODY)
                .expect(200);
        Api.Answer second = api.get(
                        "/api/v1/windows/" + window + "/slots?limit=1&after=" + first.text("next"), Api.NOBODY)
                .expect(200);
        assertThat(first.texts("items", "startsAt")).containsExactly(all.get(0));
        assertThat(second.texts("items", "startsAt")).containsExactly(all.get(1));
        assertThat(slots("?on=2017-07-29")).as("a Saturday").isEmpty();
        assertThat(slots("?on=2017-07-23")).isEmpty();
        assertThat(slots("?on=2999-01-01")).isEmpty();
        assertThat(slots("?on=2017-08-21"))
                .as("28 days ahead")
                .containsExactly("2017-08-21T08:30:00+08:00", "2017-08-21T09:00:00+08:00", "2017-08-21T09:30:00+08:00");
        api.get("/api/v1/windows/" + window + "/slots?after=x", Api.NOBODY).expectProblem(422, "invalid-request");
        api.get("/api/v1/windows/" + UUID.randomUUID() + "/slots", Api.NOBODY).expectProblem(404, "window-unknown");
    }

    @Test
    void badRequestsAreProblems() {
        book(mine(), UUID.randomUUID().toString(), "elder-card", TOMORROW_AT_NINE)
                .expectProblem(422, "window-unknown");
        book(mine(), window, "passport", TOMORROW_AT_NINE).expectProblem(422, "item-unknown");
        book(mine(), window, "contribution-statement", TOMORROW_AT_NINE).expectProblem(422, "item-not-taken-here");
        book(mine(), "2017-07-25T09:00:00").expectProblem(422, "invalid-request");
        api.get(APPOINTMENTS + "/" + UUID.randomUUID(), mine()).expectProblem(404, "appointment-unknown");
    }

    /** A busy machine says 503, and whoever wants a place asks again with the same key. */
    private int insisting(String token, String where) {
        String key = UUID.randomUUID().toString();
        Api.Answer answer = api.post(APPOINTMENTS, token, key, body(where, "elder-card", TOMORROW_AT_NINE, ""));
        while (answer.status() == 503) {
            answer = api.post(APPOINTMENTS, token, key, body(where, "elder-card", TOMORROW_AT_NINE, ""));
        }
        return answer.status();
    }

    private Api.Answer book(@Nullable String token, String startsAt) {
        return book(token, window, "elder-card", startsAt);
    }

    private Api.Answer book(@Nullable String token, String where, String item, String startsAt) {
        return api.post(APPOINTMENTS, token, body(where, item, startsAt, ""));
    }

    private Api.Answer bookFor(String file, String token, String more) {
        return api.post(
                APPOINTMENTS,
                token,
                body(window, "elder-card", TOMORROW_AT_NINE, ", \"case\": \"%s\"%s".formatted(file, more)));
    }

    private Api.Answer move(Api.Answer booked, String token, String startsAt) {
        return api.put(path(booked) + "/slot", token, booked.headers().getETag(), slot(window, startsAt));
    }

    private static String body(String window, String item, String startsAt, String more) {
        return """
                {"window": "%s", "item": "%s", "startsAt": "%s"%s}
                """.formatted(window, item, startsAt, more);
    }

    private static String slot(String window, String startsAt) {
        return """
                {"window": "%s", "startsAt": "%s"}
                """.formatted(window, startsAt);
    }

    private List<String> slots(String query) {
        return api.get("/api/v1/windows/" + window + "/slots" + query, Api.NOBODY)
                .expect(200)
                .texts("items", "startsAt");
    }

    /** At the window tomorrow, from nine o'clock on. */
    private List<String> free() {
        return api.get("/api/v1/windows/" + window + "/slots?on=2017-07-25&after=2017-07-25T00:30:00Z", Api.NOBODY)
                .expect(200)
                .texts("items", "free");
    }

    private void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(BusinessClock.ZONE));
    }

    private String mine() {
        return api.applicant(subject);
    }

    private static String path(Api.Answer appointment) {
        return APPOINTMENTS + "/" + appointment.text("id");
    }

    private static String ids(List<Api.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> "'" + answer.text("id") + "'")
                .reduce((one, other) -> one + ", " + other)
                .orElse("null");
    }

    private List<Integer> rows(String sql) {
        return database.asOwner()
                .sql(sql)
                .query((row, number) -> {
                    List<Integer> figures = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        figures.add(row.getInt(column));
                    }
                    return figures;
                })
                .single();
    }
}
