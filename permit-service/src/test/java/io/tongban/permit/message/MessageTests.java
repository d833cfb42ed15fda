package io.tongban.permit.message;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.deadline.DueWork;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applicants are told what becomes of their cases, once, in the daytime, and see it with the case whatever becomes of the message. */
@PermitServiceTest
class MessageTests {

    private static final String PHONE = "19900000001";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private List<DueWork> dueWorks;

    @Autowired
    @Qualifier("followFeed")
    private Runnable followFeed;

    @Autowired
    @Qualifier("sendMessages")
    private Runnable sendMessages;

    @BeforeEach
    void nothingWaits() {
        followFeed.run();
        database.asOwner()
                .sql("update outbox_message set state = 'NOT_SENT', due_at = null where state = 'WAITING'")
                .update();
        neighbours
                .server()
                .stubFor(post(urlEqualTo(TestNeighbours.SMS))
                        .willReturn(aResponse().withStatus(202)));
    }

    @Test
    void theApplicantIsToldInTheirLanguageAndSeesItWithTheCase() {
        Answer opened = open(Map.of("phone", PHONE, "language", "en"));
        accept(opened);

        send();

        JsonNode sent = JSON.readTree(sent().getFirst().getBody());
        assertThat(sent.path("to").asString()).isEqualTo(PHONE);
        assertThat(sent.path("text").asString())
                .isEqualTo("[Tongban] Your application for the Zhejiang residence permit was accepted. It is decided by"
                        + " 2017-04-21.")
                .doesNotContain(TestWindow.NAME);
        assertThat(sent().getFirst().getHeader("Idempotency-Key"))
                .isEqualTo(sent.path("id").asString());
        Answer shown = messages(opened);
        assertThat(shown.at("/items/0/template")).isEqualTo("accepted");
        assertThat(shown.at("/items/0/state")).isEqualTo("SENT");
        assertThat(shown.at("/items/0/zh")).isEqualTo("【通办】您办理的“浙江省居住证申领”已受理，最迟于 2017-04-21 作出决定。");
        assertThat(shown.text()).doesNotContain(PHONE);
        send();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoGaveNoNumberIsOnlyShownIt() {
        Answer opened = open(Map.of());
        accept(opened);

        send();

        assertThat(sent()).isEmpty();
        assertThat(messages(opened).at("/items/0/state")).isEqualTo("NOT_SENT");
    }

    @Test
    void eachActThatTheyHaveToKnowOfIsTold() {
        neighbours.monthsPaid(
                LocalDate.of(2017, 4, 6), YearMonth.of(2016, 4), YearMonth.of(2017, 2), YearMonth.of(2017, 3));
        Answer settled = accept(open(Map.of("phone", PHONE)));
        clock.set(LocalDate.of(2017, 4, 18));
        neighbours.monthsPaid(LocalDate.of(2017, 4, 18), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        dueWorks.forEach(work -> work.doWhatIsDue(LocalDate.of(2017, 4, 18)));
        decide(settled, Map.of("decision", "GRANTED"));

        Answer bare = open(Map.of("phone", PHONE, "papers", List.of()));
        Answer insisted = window.clerk("clerk-1")
                .ifMatch(bare)
                .post(bare.path() + "/acceptance", Map.of("insists", true))
                .expect(200);
        Answer refused = decide(
                insisted,
                Map.of(
                        "decision",
                        "REFUSED",
                        "reasons",
                        List.of(Map.of("criterion", "employment", "explanation", "没有就业证明"))));
        window.reviewer("reviewer-1", "police-330104")
                .ifMatch(refused)
                .post(refused.path() + "/reopening", Map.of("order", "OWN_CORRECTION"))
                .expect(200);

        Answer withdrawn = open(Map.of("phone", PHONE));
        window.applicant(TestWindow.ID_NUMBER)
                .ifMatch(withdrawn)
                .post(withdrawn.path() + "/withdrawal", Map.of())
                .expect(200);
        followFeed.run();

        assertThat(templates(settled)).startsWith("granted", "settled", "received");
        assertThat(templates(refused))
                .contains("notice", "review", "refused")
                .filteredOn("review"::equals)
                .hasSize(2);
        assertThat(messages(withdrawn).at("/items/0/zh")).isEqualTo("【通办】您办理的“浙江省居住证申领”已终止：已撤回。您可以重新申请。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04-06T07:59:59+08:00", "2017-04-06T21:00:00+08:00", "2017-04-06T23:30:00+08:00"})
    void nobodyIsWokenUp(String night) {
        Answer opened = open(Map.of("phone", PHONE));
        accept(opened);
        clock.set(ZonedDateTime.parse(night).withZoneSameInstant(BusinessClock.ZONE));

        send();
        assertThat(sent()).isEmpty();
        assertThat(messages(opened).at("/items/0/state")).isEqualTo("WAITING");

        clock.set(ZonedDateTime.parse("2017-04-07T08:00:00+08:00").withZoneSameInstant(BusinessClock.ZONE));
        send();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void afterFiveTriesItIsOnlyShown() {
        neighbours
                .server()
                .stubFor(post(urlEqualTo(TestNeighbours.SMS))
                        .willReturn(aResponse().withStatus(503)));
        Answer opened = open(Map.of("phone", PHONE));
        accept(opened);

        for (int tries = 1; tries <= 5; tries++) {
            send();
            assertThat(sent()).hasSize(tries);
            send(); // not before its pause is over
            assertThat(sent()).hasSize(tries);
            makeDue();
        }
        send();

        assertThat(sent())
                .hasSize(5)
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(sent().getFirst().getHeader("Idempotency-Key"));
        assertThat(messages(opened).at("/items/0/state")).isEqualTo("NOT_SENT");
    }

    @Test
    void aDayAfterItWasWrittenItIsOnlyShown() {
        Answer opened = open(Map.of("phone", PHONE));
        accept(opened);
        followFeed.run();
        database.asOwner()
                .sql("update outbox_message set queued_at = queued_at - interval '25 hours' where subject = :id")
                .param("id", UUID.fromString(opened.at("/id")))
                .update();

        send();

        assertThat(sent()).isEmpty();
        assertThat(messages(opened).at("/items/0/state")).isEqualTo("NOT_SENT");
    }

    @Test
    void nobodyIsToldOfACaseWhoseApplicantDied() {
        Answer accepted = accept(open(Map.of("phone", PHONE)));
        window.reviewer("reviewer-1", "police-330104")
                .ifMatch(accepted)
                .post(accepted.path() + "/death", Map.of("proof", "D-17"))
                .expect(200);

        send();

        assertThat(sent()).isEmpty();
    }

    @Test
    void theNumberIsEncryptedAndTheMessagesAreForWhoMayReadTheCase() {
        Answer opened = open(Map.of("phone", PHONE));
        accept(opened);
        followFeed.run();

        assertThat(database.asRuntime()
                        .sql("select encode(phone, 'escape') from case_contact where case_id = :id")
                        .param("id", UUID.fromString(opened.at("/id")))
                        .query(String.class)
                        .single())
                .doesNotContain(PHONE);
        assertThat(opened.text()).doesNotContain(PHONE);
        window.applicant(TestWindow.OTHER_ID_NUMBER)
                .get(opened.path() + "/messages")
                .expect(404);
        window.clerk("clerk-2").get(opened.path() + "/messages").expect(200);
        assertThat(window.call()
                        .token(window.partnerToken("tongban-partner"))
                        .get(opened.path() + "/messages")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "19900000001 ", "+0123456789", "1990000000a", "+861990000000123456"})
    void aNumberThatIsNoneIsRefused(String phone) {
        assertThat(window.clerk("clerk-1")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/v1/cases", facts(Map.of("phone", phone)))
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("#/phone");
    }

    private static Map<String, Object> facts(Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(TestWindow.facts());
        facts.putAll(more);
        return facts;
    }

    private Answer open(Map<String, Object> more) {
        TestCases.leaveOutLiveCases(database);
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts(more))
                .expect(201);
    }

    private Answer accept(Answer opened) {
        return window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
    }

    private Answer decide(Answer seen, Map<String, Object> decision) {
        Answer read = window.applicant(TestWindow.ID_NUMBER).get(seen.path()).expect(200);
        return window.reviewer("reviewer-1", "police-330104")
                .ifMatch(read)
                .post(seen.path() + "/decision", decision)
                .expect(200);
    }

    private void send() {
        followFeed.run();
        sendMessages.run();
    }

    private List<LoggedRequest> sent() {
        return neighbours.server().findAll(postRequestedFor(urlEqualTo(TestNeighbours.SMS)));
    }

    private Answer messages(Answer opened) {
        return window.applicant(TestWindow.ID_NUMBER)
                .get(opened.path() + "/messages")
                .expect(200);
    }

    private List<String> templates(Answer opened) {
        return messages(opened)
                .json()
                .path("items")
                .valueStream()
                .map(message -> message.path("template").asString())
                .toList();
    }

    private void makeDue() {
        database.asOwner()
                .sql("update outbox_message set due_at = now() where due_at is not null")
                .update();
    }
}
