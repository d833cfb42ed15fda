package io.tongban.permit.event.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.options;
import static com.github.tomakehurst.wiremock.client.WireMock.optionsRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestCases;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.event.Feed;
import io.tongban.permit.event.FeedCursor;
import io.tongban.permit.event.FeedPosition;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.DeploymentProperties.Environment;
import io.tongban.platform.StartRefused;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Partners are told of the cases whose applicants consent to it, whatever becomes of a single attempt. */
@PermitServiceTest
class WebhookTests {

    private static final String PARTNER = "city-library";
    private static final String PATH = "/hooks/library";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private TestCases cases;

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Autowired
    @Qualifier("followFeed")
    private Runnable followFeed;

    @Autowired
    private QueueEvents queueing;

    @Autowired
    private ReplayEvents replaying;

    @Autowired
    private Feed feed;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private DeliverEvents delivering;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private DeliverCase deliverCase;

    @Autowired
    private NextDelivery nextDelivery;

    @Autowired
    private EndAttempt endAttempt;

    @Autowired
    private WebhookSecrets secrets;

    @Autowired
    private Consents consents;

    @Autowired
    @Qualifier("deliveryConnection")
    private PartnerConnection deliveryConnection;

    @Autowired
    private ForgetWebhookLeftovers leftovers;

    private String url = "";

    @BeforeEach
    void nobodyIsToldOfWhatWasBefore() {
        database.asOwner().sql("delete from webhook_queue").update();
        database.asOwner().sql("delete from webhook_dead_letter").update();
        database.asOwner()
                .sql("update webhook set ended_at = now(), ended_because = 'REMOVED' where ended_at is null")
                .update();
        database.asOwner().sql("""
                insert into consent_withdrawal (consent_id, at, business_at, actor)
                select id, now(), now(), 'test' from consent
                where 'EVENTS' = any(purposes) and id not in (select consent_id from consent_withdrawal)
                """).update();
        followFeed.run();
        url = neighbours.partner(PATH);
    }

    @Test
    void anAddressIsRegisteredThatConfirmsIt() {
        Answer registered = window.webhook(PARTNER, url, "ACCEPTED").expect(201);

        neighbours
                .server()
                .verify(optionsRequestedFor(urlEqualTo(PATH)).withHeader("WebHook-Request-Origin", equalTo("tongban")));
        String secret = registered.at("/secret");
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
        assertThat(window.partner(PARTNER)
                        .get(registered.header("Location"))
                        .expect(200)
                        .text())
                .doesNotContain("whsec_");
        assertThat(window.partner(PARTNER).get("/api/v1/webhooks").expect(200).text())
                .contains(registered.at("/id"))
                .doesNotContain("whsec_");
        assertThat(database.asRuntime()
                        .sql("select encode(secret, 'base64') from webhook_secret where webhook_id = :id")
                        .param("id", UUID.fromString(registered.at("/id")))
                        .query(String.class)
                        .single())
                .doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void anAddressThatDoesNotConfirmItIsNotRegistered() {
        List<ResponseDefinitionBuilder> answers = List.of(
                ok(),
                ok().withHeader("WebHook-Allowed-Origin", "another.example"),
                aResponse().withStatus(404).withHeader("WebHook-Allowed-Origin", "*"),
                aResponse().withStatus(302).withHeader("Location", neighbours.partner("/hooks/elsewhere")),
                ok().withHeader("WebHook-Allowed-Origin", "*").withFixedDelay(3000));
        for (ResponseDefinitionBuilder answer : answers) {
            neighbours.server().stubFor(options(urlEqualTo(PATH)).willReturn(answer));
            assertThat(window.webhook(PARTNER, url, "ACCEPTED").expect(422).at("/type"))
                    .isEqualTo("/errors/webhook-not-confirmed");
        }
        neighbours.server().verify(0, anyRequestedFor(urlEqualTo("/hooks/elsewhere")));
        neighbours
                .server()
                .stubFor(options(urlEqualTo(PATH)).willReturn(ok().withHeader("WebHook-Allowed-Origin", "Tongban")));
        window.webhook(PARTNER, url, "ACCEPTED").expect(201);
    }

    @Test
    void aPartnerIsToldOfCasesWhoseApplicantConsentsToIt() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED").expect(201);
        cases.openedBesideOthers(); // before the consent
        clock.advance(Duration.ofMinutes(1));
        String consent = window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        Answer opened = cases.openedBesideOthers();
        accept(opened); // of a type that was not asked for

        List<LoggedRequest> told = told(2);

        assertThat(ids(told)).containsExactly(opened.at("/id") + ":1", opened.at("/id") + ":2");
        LoggedRequest first = told.getFirst();
        assertThat(first.getHeader("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
        JsonNode event = JSON.readTree(first.getBody());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(first.getHeader("webhook-id"));
        assertThat(event.path("type").asString()).isEqualTo("tongban.case.opened.v1");
        assertThat(event.path("subject").asString()).isEqualTo(opened.at("/id"));
        assertThat(event.path("source").asString()).isEqualTo("/api/v1/events");
        assertThat(event.path("time").asString()).isEqualTo("2017-04-06T09:31:00+08:00");
        assertThat(event.path("consent").asString()).isEqualTo(consent);
        assertThat(event.path("data").propertyNames())
                .contains("item", "responsibleAuthority")
                .doesNotContain("account");
        assertThat(first.getBodyAsString()).doesNotContain(TestWindow.NAME, TestWindow.ID_NUMBER, "clerk-1");
        assertThat(first.getHeader("webhook-signature")).isEqualTo(signature(webhook.at("/secret"), first));
        assertThat(queued()).isZero();
    }

    @Test
    void aPartnerIsNotToldWithoutAConsentThatIsForIt() {
        window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consent(PARTNER); // for pre-checks
        window.consentToBeTold(TestWindow.ID_NUMBER, "tongban-partner"); // for another
        cases.openedBesideOthers();
        followFeed.run();
        assertThat(queued()).as("nothing to be told").isZero();

        String consent = window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        cases.openedBesideOthers();
        followFeed.run();
        assertThat(queued()).isEqualTo(1);
        window.applicant(TestWindow.ID_NUMBER)
                .post("/api/v1/consents/" + consent + "/withdrawal")
                .expect(200);
        deliver();
        await().untilAsserted(() -> assertThat(queued()).isZero());

        neighbours.server().verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void whatThisReplicaDoesNotKnowIsLeftToAnother() {
        UUID webhook = UUID.fromString(window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED")
                .expect(201)
                .at("/id"));
        UUID consent = UUID.fromString(window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER));
        FeedPosition before = FeedCursor.read(window.endOfFeed()).orElseThrow().after();
        UUID opened = UUID.fromString(cases.openedBesideOthers().at("/id"));
        database.asOwner()
                .sql("update webhook set partner = 'another-partner' where id = :id")
                .param("id", webhook)
                .update();
        database.asOwner()
                .sql("update consent set partner = 'another-partner' where id = :id")
                .param("id", consent)
                .update();

        deliver();
        awaitLeft(1);

        database.asOwner()
                .sql("update consent set partner = :partner where id = :id")
                .param("partner", PARTNER)
                .param("id", consent)
                .update();
        database.asOwner()
                .sql("update webhook set partner = :partner, types = array ['OF_A_LATER_RELEASE'] where id = :id")
                .param("partner", PARTNER)
                .param("id", webhook)
                .update();
        changeType(opened, 2, "OF_A_LATER_RELEASE");
        try {
            makeDue();
            delivering.run();
            awaitLeft(1);

            webhooks.replay(webhook, before);
            replaying.run();
            replaying.run();
            assertThat(webhooks.takeReplayTurn(Instant.now().plusSeconds(1)))
                    .as("a replay that is not at its end")
                    .isPresent();
        } finally {
            changeType(opened, 2, "ASSESSED");
        }
        neighbours.server().verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void whatIsQueuedMeanwhileIsNotDropped() {
        UUID webhook = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        UUID caseId = UUID.randomUUID();
        Instant now = Instant.now();
        queue.add(List.of(new DeliveryQueue.Span(webhook, caseId, 2, 2)), now);
        QueuedCase claimed = queue.claim(webhook, 1, now, now.plusSeconds(60)).getFirst();

        queue.add(List.of(new DeliveryQueue.Span(webhook, caseId, 3, 3)), now);
        queue.drop(claimed);
        assertThat(queued()).isEqualTo(1);

        assertThat(queue.after(claimed, claimed.lastSeq(), now).orElseThrow().nextSeq())
                .isEqualTo(3);
    }

    @Test
    void withinACaseTheNextEventWaitsAndOtherCasesGoOn() {
        window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        Answer stuck = cases.openedBesideOthers();
        refuse(stuck.at("/id") + ":1", aResponse().withStatus(503));
        Answer other = cases.openedBesideOthers();

        List<String> ids = ids(told(3));

        assertThat(ids).contains(other.at("/id") + ":1", other.at("/id") + ":2", stuck.at("/id") + ":1");
        await().untilAsserted(() -> assertThat(attempts()).isPositive());
        assertThat(nextOf(stuck)).as("the one that was not taken").isEqualTo(1);
        assertThat(ids(requests())).doesNotContain(stuck.at("/id") + ":2");
        neighbours.partner(PATH);
        makeDue();
        assertThat(ids(told(5))).endsWith(stuck.at("/id") + ":1", stuck.at("/id") + ":2");
    }

    @Test
    void anAddressThatAsksToBeLeftAloneIsLeftAloneWithAllOfItsCases() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        Answer opened = cases.openedBesideOthers();
        refuse(opened.at("/id") + ":1", aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        told(1);

        await().untilAsserted(() -> assertThat(dueIn()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61)));
        cases.openedBesideOthers();
        followFeed.run();
        assertThat(queued()).isEqualTo(2);
        assertThat(webhooks.due(Instant.now())).as("none of its cases").isEmpty();

        UUID id = UUID.fromString(webhook.at("/id"));
        Instant now = Instant.now();
        QueuedCase begun = queue.claim(id, 1, now, now.plusSeconds(60)).getFirst();
        deliverCase.deliver(begun); // as if it had been claimed at the same time
        assertThat(requests()).hasSize(1);
        assertThat(queue.claim(id, 1, now.plusSeconds(61), now.plusSeconds(120)))
                .isEmpty();

        webhooks.replay(id, FeedPosition.start());
        assertThat(webhooks.due(Instant.now().plus(Duration.ofHours(2)))).hasSize(1);
        assertThat(webhooks.find(id).orElseThrow().heldUntil()).isNull();
    }

    @Test
    void whereNoConnectionIsFreeNoAttemptIsMade() throws Exception {
        UUID webhook = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        cases.openedBesideOthers();
        followFeed.run();
        Instant now = Instant.now();
        QueuedCase claimed = queue.claim(webhook, 1, now, now.plusSeconds(60)).getFirst();
        WebhookProperties settings = WebhookSettings.with(Map.of("any-address", "true", "connect-within", "300ms"));
        SimpleMeterRegistry counted = new SimpleMeterRegistry();
        neighbours.server().stubFor(options(urlEqualTo(PATH)).willReturn(ok().withFixedDelay(2000)));

        try (PartnerConnection one = new PartnerConnection(settings, 1, Clock.systemUTC());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow =
                    executor.submit(() -> one.call("OPTIONS", URI.create(url), Map.of(), null, Duration.ofSeconds(5)));
            await().untilAsserted(() -> neighbours
                    .server()
                    .verify(2, optionsRequestedFor(urlEqualTo(PATH)))); // the first one was the registration
            SendEvent sending = new SendEvent(one, secrets, settings, Clock.systemUTC());

            new DeliverCase(nextDelivery, sending, endAttempt, counted).deliver(claimed);

            assertThat(counted.counter("tongban.webhooks.deliveries", "result", "BROKEN_OFF")
                            .count())
                    .isEqualTo(1);
            assertThat(slow.isDone()).as("it had the connection").isFalse();
        }
        assertThat(attempts()).isZero();
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void noRedirectIsFollowedAndASlowAnswerIsNone() {
        window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        neighbours
                .server()
                .stubFor(post(urlEqualTo(PATH))
                        .willReturn(aResponse()
                                .withStatus(307)
                                .withHeader("Location", neighbours.partner("/hooks/elsewhere"))));
        cases.openedBesideOthers();
        told(1);
        await().untilAsserted(() -> assertThat(attempts()).isEqualTo(1));

        neighbours.server().stubFor(post(urlEqualTo(PATH)).willReturn(ok().withFixedDelay(4000)));
        makeDue();
        told(2);
        await().untilAsserted(() -> assertThat(attempts()).isEqualTo(2));

        neighbours.server().verify(0, anyRequestedFor(urlEqualTo("/hooks/elsewhere")));
    }

    @Test
    void afterTheLastAttemptTheEventIsListedAndTheNextOneSent() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        String before = window.endOfFeed();
        Answer opened = cases.openedBesideOthers();
        refuse(opened.at("/id") + ":1", aResponse().withStatus(500));

        for (int attempt = 1; attempt <= 9; attempt++) {
            told(attempt);
            int failed = attempt;
            await().untilAsserted(() -> assertThat(attempts()).isEqualTo(failed));
            makeDue();
        }
        assertThat(ids(told(11)).getLast()).isEqualTo(opened.at("/id") + ":2");
        await().untilAsserted(() -> assertThat(queued()).isZero());

        Answer letters = deadLetters(webhook);
        assertThat(letters.at("/items/0/id")).isEqualTo(opened.at("/id") + ":1");
        assertThat(letters.at("/items/0/attempts")).isEqualTo("10");
        assertThat(letters.at("/items/0/answered")).isEqualTo("500");

        neighbours.partner(PATH);
        window.partner(PARTNER)
                .post("/api/v1/webhooks/" + webhook.at("/id") + "/replays", Map.of("after", before))
                .expect(200);
        replaying.run();
        assertThat(ids(told(13))).endsWith(opened.at("/id") + ":1", opened.at("/id") + ":2");
        await().untilAsserted(() ->
                assertThat(deadLetters(webhook).json().path("items")).isEmpty());
    }

    @Test
    void ofThoseThatAreToldOnceMoreEachHasAPageInItsTurn() {
        List<UUID> asking = Stream.of(PARTNER, "tongban-partner")
                .map(partner ->
                        UUID.fromString(window.webhook(partner, neighbours.partner("/hooks/" + partner), "CASE_OPENED")
                                .expect(201)
                                .at("/id")))
                .toList();
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        window.consentToBeTold(TestWindow.ID_NUMBER, "tongban-partner");
        FeedPosition before = FeedCursor.read(window.endOfFeed()).orElseThrow().after();
        IntStream.range(0, 3).forEach(i -> cases.openedBesideOthers());
        followFeed.run();
        database.asOwner().sql("delete from webhook_queue").update(); // as if both had been told
        asking.forEach(webhook -> webhooks.replay(webhook, before));

        new ReplayEvents(webhooks, queueing, feed, transactions, Clock.systemUTC(), 1).run();

        assertThat(database.asRuntime()
                        .sql("select webhook_id from webhook_queue")
                        .query(UUID.class)
                        .list())
                .as("one each")
                .containsExactlyInAnyOrderElementsOf(asking);
        UUID last = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        webhooks.replay(last, before);
        webhooks.replay(asking.getFirst(), before); // does not come earlier for it
        Instant later = Instant.now().plusSeconds(1);
        assertThat(Stream.generate(() -> webhooks.takeReplayTurn(later))
                        .limit(3)
                        .map(turn -> turn.orElseThrow().webhook()))
                .containsExactly(last, asking.getFirst(), asking.getLast());
        replaying.run();
        replaying.run();
        assertThat(queued()).isEqualTo(9);
    }

    @Test
    void whatWaitsToBeTriedAgainIsSentAtOnceWhenItIsAskedForOnceMore() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        String before = window.endOfFeed();
        Answer opened = cases.openedBesideOthers();
        refuse(opened.at("/id") + ":1", aResponse().withStatus(503));
        told(1);
        await().untilAsserted(() -> assertThat(attempts()).isEqualTo(1));
        database.asOwner()
                .sql("update webhook_queue set due_at = now() + interval '20 hours', attempts = 8")
                .update();

        neighbours.partner(PATH);
        window.partner(PARTNER)
                .post("/api/v1/webhooks/" + webhook.at("/id") + "/replays", Map.of("after", before))
                .expect(200);
        replaying.run();

        assertThat(attempts()).isZero();
        assertThat(ids(told(2))).containsOnly(opened.at("/id") + ":1");
    }

    @Test
    void whatIsUnderWayIsNotBegunAgainWhenItIsAskedForOnceMore() {
        UUID webhook = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        Instant now = Instant.now();
        List<DeliveryQueue.Span> spans = List.of(new DeliveryQueue.Span(webhook, UUID.randomUUID(), 1, 1));
        queue.add(spans, now);
        queue.claim(webhook, 1, now, now.plusSeconds(60));

        queue.addAgain(spans, now.plusSeconds(1));

        assertThat(queue.claim(webhook, 1, now.plusSeconds(2), now.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aPlaceThatWasAskedForMeanwhileIsKept() {
        UUID webhook = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        FeedPosition late = FeedCursor.read(window.endOfFeed()).orElseThrow().after();
        webhooks.replay(webhook, late);
        Webhooks.Replay turn = webhooks.takeReplayTurn(Instant.now()).orElseThrow();
        webhooks.replay(webhook, FeedPosition.start());

        webhooks.moveReplay(turn, null);

        assertThat(webhooks.takeReplayTurn(Instant.now().plusSeconds(1))
                        .orElseThrow()
                        .behind())
                .isEqualTo(FeedPosition.start());
    }

    @Test
    void anAddressThatIsGoneIsToldNoMore() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        Answer opened = cases.openedBesideOthers();
        refuse(opened.at("/id") + ":1", aResponse().withStatus(410));
        told(1);

        await().untilAsserted(
                        () -> assertThat(read(webhook).at("/endedBecause")).isEqualTo("GONE"));
        assertThat(read(webhook).at("/state")).isEqualTo("ENDED");
        await().untilAsserted(() -> assertThat(queued()).isZero());
        cases.openedBesideOthers();
        followFeed.run();
        assertThat(queued()).as("nothing to be told").isZero();
        assertThat(webhooks.due(Instant.now())).isEmpty();
        assertThat(requests()).hasSize(1);
        assertThat(window.partner(PARTNER)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/v1/webhooks/" + webhook.at("/id") + "/secrets")
                        .expect(409)
                        .at("/type"))
                .isEqualTo("/errors/webhook-ended");
    }

    @Test
    void whoRemovesAWebhookIsSentNothingMoreThoughACaseIsUnderWay() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        cases.openedBesideOthers();
        neighbours.server().stubFor(post(urlEqualTo(PATH)).willReturn(ok().withFixedDelay(1500)));
        assertThat(told(1)).hasSize(1);

        window.partner(PARTNER)
                .post("/api/v1/webhooks/" + webhook.at("/id") + "/removal")
                .expect(200);

        await().untilAsserted(() -> assertThat(queued()).isZero());
        neighbours.server().verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void whatIsQueuedOfAWebhookThatHasEndedIsForgotten() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        cases.openedBesideOthers();
        followFeed.run();
        assertThat(queued()).isEqualTo(1);

        for (int i = 0; i < 2; i++) {
            assertThat(window.partner(PARTNER)
                            .post("/api/v1/webhooks/" + webhook.at("/id") + "/removal")
                            .expect(200)
                            .at("/endedBecause"))
                    .isEqualTo("REMOVED");
        }
        leftovers.doWhatIsDue(LocalDate.of(2017, 4, 6));

        assertThat(queued()).isZero();
        neighbours.server().verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void deliveriesAreSignedWithBothSecretsWhileAPartnerChangesThem() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        Answer renewed = renewSecret(webhook);
        assertThat(Duration.between(Instant.now(), Instant.parse(renewed.at("/formerSecretEndsAt"))))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        cases.openedBesideOthers();

        LoggedRequest first = told(1).getFirst();
        assertThat(first.getHeader("webhook-signature"))
                .isEqualTo(signature(renewed.at("/secret"), first) + " " + signature(webhook.at("/secret"), first));

        Answer third = renewSecret(webhook);
        cases.openedBesideOthers();
        LoggedRequest second = told(2).getLast();
        assertThat(second.getHeader("webhook-signature"))
                .isEqualTo(signature(third.at("/secret"), second) + " " + signature(renewed.at("/secret"), second));
    }

    @Test
    void aPartnerTakesNoPlacesOfAnotherHoweverManyWebhooksItHas() {
        neighbours.partner("/hooks/slow");
        neighbours.server().stubFor(post(urlEqualTo("/hooks/slow")).willReturn(ok().withFixedDelay(2500)));
        String slow = neighbours.server().baseUrl() + "/hooks/slow";
        for (int i = 0; i < 9; i++) { // which have 72 cases due, of 64 places
            window.webhook("tongban-partner", slow, "CASE_OPENED").expect(201);
        }
        window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, "tongban-partner");
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        IntStream.range(0, 8).forEach(i -> cases.openedBesideOthers());

        deliver();

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(requests()).hasSize(8));
        assertThat(neighbours.server().findAll(postRequestedFor(urlEqualTo("/hooks/slow"))))
                .hasSizeLessThanOrEqualTo(8);
    }

    /** Of three webhooks with ten cases each and two places, one for each partner. */
    @ParameterizedTest
    @CsvSource({"tongban-partner, busy-partner, city-library, 2", "city-library, city-library, tongban-partner, 1"})
    void eachHasItsTurnWhereAllPlacesAreTaken(String first, String second, String third, int waiting) {
        List<String> partners = List.of(first, second, third);
        for (int i = 0; i < 3; i++) {
            window.webhook(partners.get(i), neighbours.partner("/hooks/" + i), "CASE_OPENED")
                    .expect(201);
        }
        Set.copyOf(partners).forEach(partner -> window.consentToBeTold(TestWindow.ID_NUMBER, partner));
        IntStream.range(0, 10).forEach(i -> cases.openedBesideOthers());
        followFeed.run();
        assertThat(queued()).isEqualTo(30);

        try (DeliverEvents two = new DeliverEvents(
                webhooks,
                queue,
                deliverCase,
                WebhookSettings.with(Map.of("at-once", "1", "at-once-in-all", "2")),
                Clock.systemUTC(),
                new SimpleMeterRegistry())) {
            await().untilAsserted(() -> {
                two.run();
                assertThat(neighbours.server().findAll(postRequestedFor(urlEqualTo("/hooks/" + waiting))))
                        .isNotEmpty();
            });
            assertThat(queued())
                    .as("the others have not been told of everything first")
                    .isGreaterThan(10);
        }
    }

    @Test
    void aPartnerHasNoMoreThanHalfOfThePlaces() {
        assertThat(WebhookSettings.with(Map.of()).atOnce()).isEqualTo(8);
        assertThatThrownBy(() -> WebhookSettings.with(Map.of("at-once", "33")))
                .rootCause()
                .hasMessageContaining("at-once-in-all");
    }

    @Test
    void ofThoseWhoRenewASecretAtOnceOneComesAfterTheOther() throws Exception {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        UUID id = UUID.fromString(webhook.at("/id"));

        List<Answer> renewed = Flood.atOnce(Collections.nCopies(4, (Callable<Answer>) () -> renewSecret(webhook)));

        assertThat(renewed).extracting(answer -> answer.at("/secret")).doesNotHaveDuplicates();
        assertThat(secrets.of(id)).as("the newest and the one before it").hasSize(2);
        leftovers.doWhatIsDue(LocalDate.of(2017, 4, 6));
        assertThat(database.asRuntime()
                        .sql("select number from webhook_secret where webhook_id = :id order by number")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .containsExactly(4, 5);
    }

    @Test
    void ofTwoWhoLookAtOnceOneHasACase() throws Exception {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        IntStream.range(0, 6).forEach(i -> cases.openedBesideOthers());
        followFeed.run();
        UUID id = UUID.fromString(webhook.at("/id"));
        Instant now = Instant.now().plusSeconds(1);

        List<QueuedCase> claimed = new ArrayList<>();
        Flood.atOnce(IntStream.range(0, 6)
                        .mapToObj(i -> (Callable<List<QueuedCase>>) () -> queue.claim(id, 2, now, now.plusSeconds(60)))
                        .toList())
                .forEach(claimed::addAll);

        claimed.addAll(queue.claim(id, 10, now, now.plusSeconds(60)));
        assertThat(claimed)
                .extracting(QueuedCase::caseId)
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void whoQueueTheSameCasesAtOnceDoNotStandInEachOthersWay() throws Exception {
        UUID webhook = UUID.fromString(
                window.webhook(PARTNER, url, "CASE_OPENED").expect(201).at("/id"));
        List<DeliveryQueue.Span> spans = IntStream.range(0, 15)
                .mapToObj(i -> new DeliveryQueue.Span(webhook, UUID.randomUUID(), 1, 1))
                .toList();
        queue.add(spans, Instant.now());

        Flood.atOnce(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    for (int n = 0; n < 100; n++) {
                        queue.add(i % 2 == 0 ? spans : spans.reversed(), Instant.now());
                    }
                    return true;
                })
                .toList());

        assertThat(queued()).isEqualTo(15);
    }

    @Test
    void whoHasLostAClaimChangesNothing() {
        Answer webhook = window.webhook(PARTNER, url, "CASE_OPENED", "ASSESSED").expect(201);
        window.consentToBeTold(TestWindow.ID_NUMBER, PARTNER);
        Answer opened = cases.openedBesideOthers();
        followFeed.run();
        UUID id = UUID.fromString(webhook.at("/id"));
        Instant later = Instant.now().plusSeconds(1);

        QueuedCase dead = queue.claim(id, 1, later, later.plusSeconds(60)).getFirst();
        QueuedCase alive = queue.claim(id, 1, later.plusSeconds(61), later.plusSeconds(121))
                .getFirst();
        assertThat(queue.after(dead, 2, later)).isEmpty();
        queue.tryAgain(dead, 5, later);
        queue.release(dead, later);
        queue.drop(dead);
        PublishedEvent event =
                feed.first(dead.caseId(), 1, 1, List.of("CASE_OPENED")).events().getFirst();
        assertThat(endAttempt.givenUp(dead, event, new Delivery.Failed(503, null)))
                .isEmpty();
        assertThat(deadLetters(webhook).json().path("items")).isEmpty();

        QueuedCase left = queue.after(alive, 1, later.plusSeconds(121)).orElseThrow();
        assertThat(left).isEqualTo(new QueuedCase(id, UUID.fromString(opened.at("/id")), 2, 2, 0, alive.claim()));
        queue.add(List.of(new DeliveryQueue.Span(id, left.caseId(), 1, 1)), later); // asked for once more meanwhile
        assertThat(queue.after(left, 2, later).orElseThrow().nextSeq()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.library.cn/x",
                "ftp://hooks.library.cn/x",
                "https://user@hooks.library.cn/x",
                "https://hooks.library.cn/x#y",
                "https://library.example/x",
                "https://library.internal/x",
                "https://library/x",
                "https:///x",
                "https:library",
                "https://hooks.library.cn:0/x",
                "not a url"
            })
    void anAddressThatCannotBeOneIsRefusedUnasked(String refused) {
        assertThat(window.webhook(PARTNER, refused, "ACCEPTED").expect(422).at("/type"))
                .isEqualTo("/errors/webhook-url-refused");
    }

    @Test
    void inProductionPartnersAreToldAnAbsoluteAddressOfWhereEventsComeFrom() {
        WebhookConfiguration configuration = new WebhookConfiguration();
        DeploymentProperties production = new DeploymentProperties(Environment.PRODUCTION, false);
        WebhookProperties absolute = WebhookSettings.with(Map.of("source", "https://api.tongban.cn/api/v1/events"));

        assertThatThrownBy(() -> configuration.sendEvent(
                        deliveryConnection,
                        secrets,
                        consents,
                        WebhookSettings.with(Map.of()),
                        production,
                        Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tongban.webhooks.source");
        assertThat(configuration.sendEvent(
                        deliveryConnection, secrets, consents, absolute, production, Clock.systemUTC()))
                .isNotNull();
    }

    @Test
    void anotherPartnersIsNone() {
        Answer webhook = window.webhook(PARTNER, url, "ACCEPTED").expect(201);
        String path = "/api/v1/webhooks/" + webhook.at("/id");
        TestWindow.Call other = window.partner("tongban-partner")
                .header("Idempotency-Key", UUID.randomUUID().toString());

        assertThat(List.of(
                        other.get(path),
                        other.get(path + "/dead-letters"),
                        other.post(path + "/removal"),
                        other.post(path + "/secrets"),
                        other.post(path + "/replays", Map.of("after", window.endOfFeed())),
                        other.get("/api/v1/webhooks/" + UUID.randomUUID())))
                .allSatisfy(answer -> assertThat(answer.expect(404).at("/type")).isEqualTo("/errors/webhook-unknown"));
        assertThat(other.get("/api/v1/webhooks").text()).doesNotContain(webhook.at("/id"));
        for (String role : List.of("applicant", "clerk", "reviewer", "auditor")) {
            assertThat(window.call().token(tokens.withRoles(role)).get(path).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPartnerHasTwentyAlsoIfSeveralAreRegisteredAtOnce() throws Exception {
        IntStream.range(0, 18)
                .forEach(i -> window.webhook(PARTNER, url, "ACCEPTED").expect(201));

        List<Answer> answers =
                Flood.atOnce(Collections.nCopies(5, (Callable<Answer>) () -> window.webhook(PARTNER, url, "ACCEPTED")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 409, 409, 409);
    }

    @Test
    void aWebhookThatEndedLongAgoIsForgotten() {
        Answer webhook = window.webhook(PARTNER, url, "ACCEPTED").expect(201);
        window.partner(PARTNER)
                .post("/api/v1/webhooks/" + webhook.at("/id") + "/removal")
                .expect(200);
        LocalDate today = LocalDate.of(2017, 4, 6);
        leftovers.doWhatIsDue(today);
        assertThat(read(webhook).at("/state")).isEqualTo("ENDED");

        database.asOwner()
                .sql("update webhook set ended_at = now() - interval '91 days' where id = :id")
                .param("id", UUID.fromString(webhook.at("/id")))
                .update();
        leftovers.doWhatIsDue(today);

        window.partner(PARTNER).get("/api/v1/webhooks/" + webhook.at("/id")).expect(404);
    }

    @Test
    void aPartnerHasTwenty() {
        IntStream.range(0, 20)
                .forEach(i -> window.webhook(PARTNER, url, "ACCEPTED").expect(201));

        assertThat(window.webhook(PARTNER, url, "ACCEPTED").expect(409).at("/type"))
                .isEqualTo("/errors/webhooks-too-many");
    }

    private void deliver() {
        followFeed.run();
        delivering.run();
    }

    /** What the address was sent, once it is so much; a pause of five seconds may have passed on a slow machine. */
    private List<LoggedRequest> told(int requests) {
        deliver();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            delivering.run();
            assertThat(requests()).hasSizeGreaterThanOrEqualTo(requests);
        });
        return requests();
    }

    private List<LoggedRequest> requests() {
        return neighbours.server().findAll(postRequestedFor(urlEqualTo(PATH)));
    }

    private static List<String> ids(List<LoggedRequest> requests) {
        return requests.stream().map(request -> request.getHeader("webhook-id")).toList();
    }

    private void refuse(String id, ResponseDefinitionBuilder answer) {
        neighbours
                .server()
                .stubFor(post(urlEqualTo(PATH))
                        .withHeader("webhook-id", containing(id))
                        .willReturn(answer));
    }

    private Answer accept(Answer opened) {
        return window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
    }

    private Answer renewSecret(Answer webhook) {
        return window.partner(PARTNER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/webhooks/" + webhook.at("/id") + "/secrets")
                .expect(201);
    }

    private Answer read(Answer webhook) {
        return window.partner(PARTNER)
                .get("/api/v1/webhooks/" + webhook.at("/id"))
                .expect(200);
    }

    private Answer deadLetters(Answer webhook) {
        return window.partner(PARTNER)
                .get("/api/v1/webhooks/" + webhook.at("/id") + "/dead-letters")
                .expect(200);
    }

    private static String signature(String secret, LoggedRequest request) {
        return new WebhookSecret(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .sign(
                        request.getHeader("webhook-id"),
                        Long.parseLong(request.getHeader("webhook-timestamp")),
                        request.getBody());
    }

    private int queued() {
        return database.asOwner()
                .sql("select count(*) from webhook_queue")
                .query(Integer.class)
                .single();
    }

    /** Nobody tries it now, nor will in the next half minute, and nobody has. */
    private void awaitLeft(long nextSeq) {
        await().untilAsserted(() -> assertThat(database.asOwner()
                        .sql(
                                "select next_seq from webhook_queue where claim is null and attempts = 0 and due_at > now() + interval '30 seconds'")
                        .query(Long.class)
                        .list())
                .containsExactly(nextSeq));
    }

    private void changeType(UUID caseId, long seq, String type) {
        database.asOwner().sql("alter table ledger_event disable trigger user").update();
        try {
            database.asOwner()
                    .sql("update ledger_event set type = :type where case_id = :caseId and seq = :seq")
                    .param("type", type)
                    .param("caseId", caseId)
                    .param("seq", seq)
                    .update();
        } finally {
            database.asOwner()
                    .sql("alter table ledger_event enable trigger user")
                    .update();
        }
    }

    private long nextOf(Answer opened) {
        return database.asOwner()
                .sql("select next_seq from webhook_queue where case_id = :id")
                .param("id", UUID.fromString(opened.at("/id")))
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return database.asOwner()
                .sql("select coalesce(max(attempts), 0) from webhook_queue")
                .query(Integer.class)
                .single();
    }

    private Duration dueIn() {
        return Duration.ofSeconds(database.asOwner()
                .sql("select cast(extract(epoch from max(due_at) - now()) as bigint) from webhook_queue")
                .query(Long.class)
                .single());
    }

    private void makeDue() {
        database.asOwner().sql("update webhook_queue set due_at = now()").update();
    }
}
