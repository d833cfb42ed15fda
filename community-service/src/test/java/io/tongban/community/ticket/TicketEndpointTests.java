package io.tongban.community.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import org.springframework.beans.factory.annotation.Autowired;

/** Tickets: who takes one, when, and which number it has. */
@CommunityTest
class TicketEndpointTests {

    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anApplicantTakesATicketAndReadsIt() {
        clock.set(LocalDate.of(2017, 6, 5));
        String applicant = anApplicant();
        Api.Answer taken = take(applicant).expect(201);

        assertThat(taken.text("window")).isEqualTo(Api.QIANJIANGYUAN);
        assertThat(taken.text("item")).isEqualTo("residence-permit");
        assertThat(taken.text("validOn")).isEqualTo("2017-06-05");
        assertThat(taken.text("takenAt")).isEqualTo("2017-06-05T09:30:00+08:00");
        assertThat(taken.text("recordedAt")).startsWith("20").endsWith("Z").doesNotStartWith("2017");
        assertThat(taken.headers().getLocation()).hasPath(TICKETS + "/" + taken.text("id"));
        assertThat(api.get(TICKETS + "/" + taken.text("id"), applicant)
                        .expect(200)
                        .body())
                .isEqualTo(taken.body());
    }

    @Test
    void nobodyElseTakesOrReadsIt() {
        clock.set(LocalDate.of(2017, 6, 5));
        String ticket = TICKETS + "/" + take(anApplicant()).expect(201).text("id");

        take(Api.NOBODY).expectProblem(401, "not-signed-in");
        api.get(ticket, Api.NOBODY).expectProblem(401, "not-signed-in");
        for (String token : List.of(api.withRoles("reviewer"), api.tierAdmin("330104000000"))) {
            take(token).expectProblem(403, "not-allowed");
            api.get(ticket, token).expectProblem(403, "not-allowed");
        }
        for (String token : List.of(anApplicant(), aClerk(), aMachine())) {
            api.get(ticket, token).expectProblem(404, "ticket-unknown");
        }
        api.get(TICKETS + "/" + UUID.randomUUID(), anApplicant()).expectProblem(404, "ticket-unknown");
    }

    @Test
    void numbersAreCountedForEachWindowAndDayWithoutGapsWhileManyTakeOne() throws Exception {
        clock.set(LocalDate.of(2017, 6, 6));
        List<String> applicants =
                IntStream.range(0, 40).mapToObj(number -> anApplicant()).toList();
        List<Integer> numbers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> taken = applicants.stream()
                    .map(applicant -> crowd.submit(() -> {
                        Api.Answer answer = take(applicant);
                        take(applicant).expectProblem(409, "ticket-already-taken"); // must not use up a number
                        return answer;
                    }))
                    .toList();
            for (Future<Api.Answer> ticket : taken) {
                numbers.add(ticket.get().expect(201).body().path("number").asInt());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());

        assertThat(take(anApplicant(), Api.CITY).body().path("number").asInt()).isEqualTo(1);
        clock.set(LocalDate.of(2017, 6, 7));
        assertThat(take(anApplicant()).body().path("number").asInt()).isEqualTo(1);
    }

    @Test
    void theSameKeyTakesOneTicket() {
        clock.set(LocalDate.of(2017, 6, 8));
        String applicant = anApplicant();
        String key = UUID.randomUUID().toString();
        String body = body(Api.QIANJIANGYUAN, "residence-permit");
        Api.Answer first = api.post(TICKETS, applicant, key, body).expect(201);
        assertThat(api.post(TICKETS, applicant, key, body).expect(201).body()).isEqualTo(first.body());
    }

    @Test
    void anAccountTakesTenADayAtAllWindowsTogether() throws Exception {
        clock.set(LocalDate.of(2017, 6, 12));
        String subject = "applicant-" + UUID.randomUUID();
        String applicant = api.applicant(subject);
        takenElsewhere(subject, LocalDate.of(2017, 6, 12), 9);
        List<Api.Answer> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> taken = crowd.invokeAll(
                    List.of(() -> take(applicant), () -> take(applicant, Api.CITY), () -> take(applicant, Api.CITY)));
            for (Future<Api.Answer> answer : taken) {
                answers.add(answer.get());
            }
        }

        List<Api.Answer> refused =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(refused).as("one is the tenth").hasSize(2);
        assertThat(take(applicant, answers.getFirst().status() == 201 ? Api.CITY : Api.QIANJIANGYUAN)
                        .expectProblem(429, "tickets-used-up")
                        .headers()
                        .getFirst("Retry-After"))
                .isEqualTo("52200"); // from half past nine to midnight
        take(anApplicant(), Api.CITY).expect(201);
        clock.set(LocalDate.of(2017, 6, 13));
        take(applicant, Api.CITY).expect(201);
    }

    @Test
    void aClerkTakesOneAfterAnotherForWhoeverComesToTheirWindow() {
        clock.set(LocalDate.of(2017, 6, 14));
        String clerk = aClerk();
        Api.Answer first = take(clerk).expect(201);
        Api.Answer second = take(clerk).expect(201);

        assertThat(second.body().path("number").asInt())
                .isEqualTo(first.body().path("number").asInt() + 1);
        api.get(TICKETS + "/" + second.text("id"), clerk).expect(200);
        api.get(TICKETS + "/" + second.text("id"), aClerk()).expectProblem(404, "ticket-unknown");
        take(clerk, Api.CITY).expectProblem(403, "window-not-yours");
        take(api.withRoles("clerk")).expectProblem(403, "window-not-yours");
    }

    @Test
    void aTicketMachineTakesOneAfterAnotherInItsDivision() {
        clock.set(LocalDate.of(2017, 6, 14));
        String machine = aMachine();
        take(machine).expect(201);
        String second = take(machine).expect(201).text("id");

        api.get(TICKETS + "/" + second, machine).expect(200);
        take(machine, Api.CITY).expectProblem(403, "window-not-yours");
        take(api.withRoles("device")).expectProblem(403, "window-not-yours");
    }

    @Test
    void whoIsBothAnApplicantAndAClerkHoldsOneTicket() {
        clock.set(LocalDate.of(2017, 6, 14));
        String both = api.withRoles("applicant", "clerk");

        take(both).expect(201);
        take(both).expectProblem(409, "ticket-already-taken");
    }

    @Test
    void whoTookSeveralAsAClerkHoldsOneAsAnApplicant() {
        clock.set(LocalDate.of(2017, 6, 14));
        String subject = "clerk-" + UUID.randomUUID();
        take(api.colleagueAtQianjiangyuan(subject)).expect(201);
        take(api.colleagueAtQianjiangyuan(subject)).expect(201);

        take(api.applicant(subject)).expectProblem(409, "ticket-already-taken");
    }

    @ParameterizedTest
    @CsvSource({"clerk, 200, 2017-06-15", "machine, 2000, 2017-06-19"})
    void aClerkAndATicketMachineHaveALimitOfADayToo(String taker, int most, LocalDate day) {
        clock.set(day);
        String subject = taker + "-" + UUID.randomUUID();
        String token =
                taker.equals("clerk") ? api.colleagueAtQianjiangyuan(subject) : api.machineAtQianjiangyuan(subject);
        takenElsewhere(subject, day, most - 1);

        take(token).expect(201);
        Api.Answer refused = take(token).expectProblem(429, "tickets-used-up");

        assertThat(refused.body().path("most").asInt()).isEqualTo(most);
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("52200");
        clock.set(day.plusDays(1));
        take(token).expect(201);
    }

    private String aClerk() {
        return api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
    }

    private String aMachine() {
        return api.machineAtQianjiangyuan("machine-" + UUID.randomUUID());
    }

    /** For another item, so that none of them is the one that waits. */
    private void takenElsewhere(String subject, LocalDate day, int count) {
        database.asRuntime()
                .sql("""
                        insert into ticket (window_id, business_day, number, item, taken_by, taken_at, taken_business_at)
                        select cast(:window as uuid), :day, 1000 + number, 'contribution-statement', :subject, now(), now()
                        from generate_series(1, :count) as number
                        """)
                .param("window", Api.CITY)
                .param("day", day)
                .param("subject", subject)
                .param("count", count)
                .update();
    }

    @Test
    void sayHowManyAreAhead() {
        clock.set(LocalDate.of(2017, 6, 9));
        String first = take(anApplicant()).expect(201).text("id");
        String applicant = anApplicant();
        Api.Answer second = take(applicant).expect(201);
        assertThat(second.body().path("ahead").asInt()).isEqualTo(1);

        Api.Answer visit = api.post("/api/v1/visits", api.colleagueAtQianjiangyuan("clerk-ahead"), """
                        {"window": "%s", "item": "residence-permit", "ticket": "%s", "present": "APPLICANT"}
                        """.formatted(
                                Api.QIANJIANGYUAN, first))
                .expect(201);
        assertThat(visit.text("ticket")).isEqualTo(first);
        assertThat(api.get(TICKETS + "/" + second.text("id"), applicant)
                        .body()
                        .path("ahead")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06-05T11:29:59, 201, ",
        "2017-06-05T11:30:00, 409, 2017-06-05T13:30:00+08:00",
        "2017-06-05T17:00:00, 409, 2017-06-06T08:30:00+08:00",
        "2017-06-03T10:00:00, 409, 2017-06-05T08:30:00+08:00",
        "2017-05-29T10:00:00, 409, 2017-05-31T08:30:00+08:00",
        "2017-05-27T10:00:00, 201, "
    })
    void aClosedWindowGivesNoneAndSaysWhenItOpens(LocalDateTime now, int status, String opensAt) {
        clock.set(now.atZone(BusinessClock.ZONE));
        Api.Answer answer = take(anApplicant()).expect(status);
        if (status == 409) {
            answer.expectProblem(409, "window-closed");
            assertThat(answer.text("opensAt")).isEqualTo(opensAt);
        }
    }

    @Test
    void badRequestsAreProblems() {
        clock.set(LocalDate.of(2017, 6, 5));
        post(body(UUID.randomUUID().toString(), "residence-permit")).expectProblem(422, "window-unknown");
        post(body(Api.QIANJIANGYUAN, "passport")).expectProblem(422, "item-unknown");
        post(body(Api.QIANJIANGYUAN, "contribution-statement")).expectProblem(422, "item-not-taken-here");
        post("{\"window\": \"%s\"}".formatted(Api.QIANJIANGYUAN)).expectProblem(422, "invalid-request");
        post("{\"window\": \"x\", \"item\": \"residence-permit\"}").expectProblem(422, "invalid-request");
        post("").expectProblem(400, "unreadable-json");
    }

    private Api.Answer post(String body) {
        return api.post(TICKETS, anApplicant(), body);
    }

    private Api.Answer take(@Nullable String token) {
        return take(token, Api.QIANJIANGYUAN);
    }

    private Api.Answer take(@Nullable String token, String window) {
        return api.post(TICKETS, token, body(window, "residence-permit"));
    }

    private String anApplicant() {
        return api.applicant("applicant-" + UUID.randomUUID());
    }

    private static String body(String window, String item) {
        return "{\"window\": \"%s\", \"item\": \"%s\"}".formatted(window, item);
    }
}
