package io.tongban.community.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.DueWork;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of a window: who is called next, and how a ticket ends without a visit. */
@CommunityTest
class TicketLineTests {

    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private UnservedTickets unserved;

    private final String clerk = "clerk-" + UUID.randomUUID();
    private String window = "";

    @BeforeEach
    void aWindowOfItsOwn() {
        at("2017-07-03T09:30:00");
        window = api.ownWindow(0);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void manyClerksAtOnceNeverCallTheSame() throws Exception {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            taken.add(take(anApplicant()).text("id"));
        }
        List<Callable<Api.Answer>> calls = IntStream.range(0, 30)
                .mapToObj(number -> (Callable<Api.Answer>)
                        () -> callNext(api.clerkOfOwnWindow("clerk-" + number % 6 + "-" + window)))
                .toList();

        List<Api.Answer> answers = Flood.atOnce(calls);

        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(answer -> answer.text("id")))
                .as("each ticket once")
                .containsExactlyInAnyOrderElementsOf(taken);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, "no-ticket-waits"));
        assertThat(calls(taken)).isEqualTo(12);
    }

    @Test
    void ticketsAreCalledInTheOrderOfTheirNumbersAlsoAfterTheWindowClosed() {
        Api.Answer first = take(anApplicant());
        Api.Answer second = take(anApplicant());
        at("2017-07-03T17:30:00");

        Api.Answer called = callNext(mine()).expect(201);

        assertThat(called.text("id")).isEqualTo(first.text("id"));
        assertThat(called.text("state")).isEqualTo("CALLED");
        assertThat(called.headers().getLocation()).hasPath(TICKETS + "/" + first.text("id"));
        assertThat(callNext(mine()).text("id")).isEqualTo(second.text("id"));
        callNext(mine()).expectProblem(409, "no-ticket-waits");
    }

    @Test
    void theSameKeyCallsOneTicket() {
        take(anApplicant());
        take(anApplicant());
        String key = UUID.randomUUID().toString();
        Api.Answer first = api.post(calls(), mine(), key, "").expect(201);
        assertThat(api.post(calls(), mine(), key, "").expect(201).body()).isEqualTo(first.body());
    }

    @Test
    void theLineIsListedForTheClerksOfTheWindow() {
        Api.Answer first = take(anApplicant());
        Api.Answer second = take(anApplicant());
        String impatient = anApplicant();
        Api.Answer third = take(impatient);
        callNext(mine()).expect(201);
        api.act(path(third, "return"), impatient, third, null).expect(200);

        Api.Answer all = api.get(TICKETS + "?window=" + window, mine()).expect(200);
        assertThat(all.texts("items", "id")).containsExactly(first.text("id"), second.text("id"));
        assertThat(all.texts("items", "calls")).containsExactly("1", "0");
        assertThat(all.texts("items", "version")).containsExactly("2", "1");
        Api.Answer page = api.get(TICKETS + "?limit=1&window=" + window, mine()).expect(200);
        assertThat(page.texts("items", "id")).containsExactly(first.text("id"));
        assertThat(api.get(TICKETS + "?limit=1&window=" + window + "&after=" + page.text("next"), mine())
                        .texts("items", "id"))
                .containsExactly(second.text("id"));
        api.get(TICKETS + "?after=x&window=" + window, mine()).expectProblem(422, "invalid-request");
        api.get(TICKETS + "?window=" + UUID.randomUUID(), mine()).expectProblem(422, "window-unknown");
    }

    @Test
    void onlyClerksOfTheWindowCall() {
        Api.Answer ticket = take(anApplicant());
        String elsewhere = api.colleagueAtQianjiangyuan(clerk);

        callNext(elsewhere).expectProblem(403, "window-not-yours");
        api.get(TICKETS + "?window=" + window, elsewhere).expectProblem(403, "window-not-yours");
        api.act(path(ticket, "calls"), elsewhere, ticket, null).expectProblem(404, "ticket-unknown");
        api.act(path(ticket, "absence"), elsewhere, ticket, null).expectProblem(404, "ticket-unknown");
        for (String other : List.of(anApplicant(), api.withRoles("device", "supervisor"))) {
            callNext(other).expectProblem(403, "not-allowed");
            api.act(path(ticket, "calls"), other, ticket, null).expectProblem(403, "not-allowed");
        }
        callNext(Api.NOBODY).expectProblem(401, "not-signed-in");
        api.post("/api/v1/windows/" + UUID.randomUUID() + "/calls", mine(), "").expectProblem(404, "window-unknown");
    }

    @Test
    void aCallIsMadeFromWhatWasSeen() {
        Api.Answer taken = take(anApplicant());
        api.act(path(taken, "calls"), mine(), taken, null).expectProblem(409, "ticket-not-called");
        Api.Answer called = callNext(mine()).expect(201);

        Api.Answer again =
                api.act(path(taken, "calls"), aColleague(), called, null).expect(200);

        assertThat(again.body().path("calls").asInt()).isEqualTo(2);
        assertThat(again.headers().getETag()).isEqualTo("\"3\"");
        api.act(path(taken, "calls"), mine(), called, null).expectProblem(412, "ticket-changed");
        api.act(path(taken, "calls"), mine(), (String) null, null).expectProblem(428, "ticket-version-missing");
        api.act(path(taken, "calls"), mine(), "W/\"3\"", null).expectProblem(412, "ticket-changed");
    }

    @ParameterizedTest
    @CsvSource({"2, 600, 409", "3, 149, 409", "3, 150, 200", "4, 99, 409", "4, 100, 200"})
    void nobodyIsAbsentBeforeThreeCallsOverFiveMinutes(int calls, int secondsBetween, int status) {
        Api.Answer seen = take(anApplicant());
        for (int call = 0; call < calls; call++) {
            if (call > 0) {
                clock.advance(Duration.ofSeconds(secondsBetween));
            }
            seen = call == 0 ? callNext(mine()) : api.act(path(seen, "calls"), mine(), seen, null);
        }

        Api.Answer absent = api.act(path(seen, "absence"), mine(), seen, null);

        if (status == 200) {
            assertThat(absent.expect(200).text("state")).isEqualTo("NO_SHOW");
            api.act(path(seen, "absence"), mine(), absent, null).expectProblem(409, "ticket-ended");
        } else {
            assertThat(absent.expectProblem(409, "ticket-still-awaited")
                            .body()
                            .path("calls")
                            .asInt())
                    .isEqualTo(calls);
        }
    }

    @Test
    void whoTookATicketGivesItBackAndMayTakeAnother() {
        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        api.act(path(ticket, "return"), anApplicant(), ticket, null).expectProblem(404, "ticket-unknown");

        Api.Answer returned =
                api.act(path(ticket, "return"), applicant, ticket, null).expect(200);

        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(returned.headers().getETag()).isEqualTo("\"2\"");
        api.act(path(ticket, "return"), applicant, returned, null).expectProblem(409, "ticket-ended");
        api.act(path(ticket, "return"), applicant, ticket, null).expectProblem(412, "ticket-changed");
        callNext(mine()).expectProblem(409, "no-ticket-waits");
        assertThat(open(ticket).expectProblem(409, "ticket-ended").text("ticketState"))
                .isEqualTo("RETURNED");
        take(applicant).expect(201);
    }

    @Test
    void aTicketIsServedOrGivenBackNeverBoth() throws Exception {
        for (int round = 0; round < 6; round++) {
            String applicant = anApplicant();
            Api.Answer ticket = take(applicant);
            String clerkOfRound = api.clerkOfOwnWindow("clerk-" + UUID.randomUUID());

            List<Api.Answer> answers = Flood.atOnce(List.of(
                    () -> api.act(path(ticket, "return"), applicant, ticket, null),
                    () -> api.post("/api/v1/visits", clerkOfRound, visit(ticket))));

            assertThat(answers.stream().map(Api.Answer::status).toList()).isIn(List.of(200, 409), List.of(412, 201));
            assertThat(ends(ticket)).isEqualTo(1);
        }
    }

    @Test
    void aTicketOfWhichTheVisitBeganIsAtItsEnd() {
        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        open(ticket).expect(201);

        Api.Answer served =
                api.get(TICKETS + "/" + ticket.text("id"), applicant).expect(200);

        assertThat(served.text("state")).isEqualTo("SERVED");
        api.act(path(ticket, "return"), applicant, served, null).expectProblem(409, "ticket-ended");
        callNext(mine()).expectProblem(409, "no-ticket-waits");
    }

    @Test
    void whatStillWaitsAtMidnightIsAFindingOnce() throws Exception {
        Api.Answer called = take(anApplicant());
        String applicant = anApplicant();
        Api.Answer left = take(applicant);
        String impatient = anApplicant();
        Api.Answer returned = take(impatient);
        api.act(path(returned, "return"), impatient, returned, null).expect(200);
        Api.Answer served = take(anApplicant());
        open(served).expect(201);
        callNext(mine()).expect(201);
        at("2017-07-03T23:59:59");
        dueWork.doWhatIsDue();
        assertThat(found(left)).isZero();

        at("2017-07-04T00:00:00");
        Flood.atOnce(List.of(unserved::findSome, unserved::findSome, unserved::findSome, unserved::findSome));
        dueWork.doWhatIsDue();

        assertThat(found(left)).isEqualTo(1);
        assertThat(found(called)).as("it was called, and nobody served").isEqualTo(1);
        assertThat(found(returned)).isZero();
        assertThat(found(served)).isZero();
        assertThat(api.get(TICKETS + "/" + left.text("id"), applicant).text("state"))
                .isEqualTo("UNSERVED");
    }

    @Test
    void nothingIsDoneWithATicketAfterItsDayThoughNobodyHasLookedYet() {
        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        Api.Answer called = callNext(mine()).expect(201);
        at("2017-07-04T00:00:00");

        callNext(mine()).expectProblem(409, "no-ticket-waits");
        api.act(path(ticket, "calls"), mine(), called, null).expectProblem(409, "ticket-of-another-day");
        api.act(path(ticket, "absence"), mine(), called, null).expectProblem(409, "ticket-of-another-day");
        api.act(path(ticket, "return"), applicant, called, null).expectProblem(409, "ticket-of-another-day");
        api.act(path(ticket, "handover"), applicant, called, to(api.ownWindow(0)))
                .expectProblem(409, "ticket-of-another-day");
        open(ticket).expectProblem(422, "ticket-not-for-this-visit");
    }

    @Test
    void whoGoesOnElsewhereIsTheFirstInTheLineThere() {
        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        String other = api.ownWindow(0);
        take(anApplicant(), other);

        Api.Answer there =
                api.act(path(ticket, "handover"), applicant, ticket, to(other)).expect(201);

        assertThat(there.body().path("ahead").asInt(-1)).isZero();
        assertThat(there.text("window")).isEqualTo(other);
        Api.Answer here = api.get(TICKETS + "/" + ticket.text("id"), applicant).expect(200);
        assertThat(here.text("state")).isEqualTo("HANDOVER");
        assertThat(here.text("goesOnWith")).isEqualTo(there.text("id"));
        assertThat(api.post("/api/v1/windows/" + other + "/calls", mine(), "").text("id"))
                .isEqualTo(there.text("id"));
        api.get(TICKETS + "/" + there.text("id"), applicant).expect(200);
        api.act(path(ticket, "handover"), applicant, here, to(api.ownWindow(0))).expectProblem(409, "ticket-ended");
    }

    @ParameterizedTest
    @CsvSource({"16:29:59, 201", "16:30:00, 201", "16:30:01, 409", "17:00:00, 409", "23:59:59, 409"})
    void theOtherWindowStaysOpenForAnotherHalfHour(String time, int status) {
        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        String other = api.ownWindow(0);
        at("2017-07-03T" + time);

        Api.Answer answer = api.act(path(ticket, "handover"), applicant, ticket, to(other));

        if (status == 409) {
            answer.expectProblem(409, "window-closing");
            assertThat(api.get(TICKETS + "/" + ticket.text("id"), applicant).text("state"))
                    .isEqualTo("WAITING");
        } else {
            answer.expect(201);
        }
    }

    @Test
    void aHandoverIsTheWishOfWhoeverCame() {
        String other = api.ownWindow(0);
        String taker = mine();
        Api.Answer ofClerk = take(taker);
        api.act(path(ofClerk, "handover"), taker, ofClerk, to(other)).expectProblem(422, "handover-not-wished");
        api.act(path(ofClerk, "handover"), taker, ofClerk, to(other).replace("}", ", \"wished\": true}"))
                .expect(201);

        String applicant = anApplicant();
        Api.Answer ticket = take(applicant);
        api.act(path(ticket, "handover"), mine(), ticket, to(other)).expectProblem(404, "ticket-unknown");
        api.act(path(ticket, "handover"), applicant, ticket, to(window)).expectProblem(422, "handover-to-same-window");
        api.act(
                        path(ticket, "handover"),
                        applicant,
                        ticket,
                        to(UUID.randomUUID().toString()))
                .expectProblem(422, "window-unknown");
        api.act(path(ticket, "handover"), applicant, ticket, to(Api.JIANGGAN))
                .expectProblem(422, "item-not-taken-here");
        api.act(path(ticket, "handover"), applicant, (String) null, to(Api.JIANGGAN))
                .expectProblem(428, "ticket-version-missing");
    }

    private void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(BusinessClock.ZONE));
    }

    private Api.Answer take(@Nullable String token) {
        return take(token, window);
    }

    private Api.Answer take(@Nullable String token, String at) {
        return api.post(TICKETS, token, """
                        {"window": "%s", "item": "elder-card"}
                        """.formatted(at)).expect(201);
    }

    private Api.Answer callNext(@Nullable String token) {
        return api.post(calls(), token, "");
    }

    private String calls() {
        return "/api/v1/windows/" + window + "/calls";
    }

    private Api.Answer open(Api.Answer ticket) {
        return api.post("/api/v1/visits", api.clerkOfOwnWindow("clerk-" + UUID.randomUUID()), visit(ticket));
    }

    private String visit(Api.Answer ticket) {
        return """
                {"window": "%s", "item": "elder-card", "ticket": "%s", "present": "APPLICANT"}
                """.formatted(window, ticket.text("id"));
    }

    private String mine() {
        return api.clerkOfOwnWindow(clerk);
    }

    private String aColleague() {
        return api.clerkOfOwnWindow("clerk-" + UUID.randomUUID());
    }

    private String anApplicant() {
        return api.applicant("applicant-" + UUID.randomUUID());
    }

    private static String path(Api.Answer ticket, String act) {
        return TICKETS + "/" + ticket.text("id") + "/" + act;
    }

    private static String to(String window) {
        return "{\"window\": \"%s\"}".formatted(window);
    }

    private int calls(List<String> tickets) {
        return count("select count(*) from ticket_call where ticket_id in (%s)"
                .formatted(tickets.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "))));
    }

    private int ends(Api.Answer ticket) {
        return count("""
                select (select count(*) from visit where ticket_id = '%1$s')
                    + (select count(*) from ticket_end where ticket_id = '%1$s')
                """.formatted(ticket.text("id")));
    }

    private int found(Api.Answer ticket) {
        return count("select count(*) from window_finding where category = 'UNSERVED' and source_id = '%s'"
                .formatted(ticket.text("id")));
    }

    private int count(String sql) {
        return database.asOwner().sql(sql).query(Integer.class).single();
    }
}
