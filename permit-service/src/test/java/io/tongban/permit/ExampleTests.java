package io.tongban.permit;

import static org.awaitility.Awaitility.await;

import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.deadline.DueWork;
import io.tongban.permit.publication.LibraryCard;
import io.tongban.permit.publication.TestEditors;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import io.tongban.platform.test.description.ExampleCalls;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The examples of the description are answered as they say; that of a choice is sent where there is one (ChoiceExampleTests). */
@PermitServiceTest
class ExampleTests {

    private static final String CHOICE = "chooseStandard";
    private static final String CLERK = "clerk-1";
    private static final String VERSION = "L1";
    private static final String FROM = "2018-01-01";

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private List<DueWork> dueWorks;

    @Autowired
    private TestDatabase database;

    @Autowired
    @Qualifier("followFeed")
    private Runnable followFeed;

    @Autowired
    @Qualifier("noteMoments")
    private Runnable noteMoments;

    static Stream<OperationExample> examples() {
        return ExampleCalls.all().filter(example -> !example.operation().equals(CHOICE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsItSays(OperationExample example) {
        ExampleCalls calls = new ExampleCalls(http);
        switch (example.name()) {
            case "listItems",
                    "listStandardsInForce",
                    "getItem",
                    "getStandard",
                    "getDocument",
                    "getGuide",
                    "getGuidePage",
                    "getPrintedGuide",
                    "getLinkedGuide",
                    "getLaw" -> calls.send(example, null, Map.of());
            case "assess", "numberNotYours" -> calls.send(example, applicant(), Map.of());
            case "openCase", "residenceOutsideCity" ->
                calls.send(example, window.clerkToken(CLERK), Map.of("Visit-Pass", pass()));
            case "getCase" -> calls.send(example, applicant(), of(opened()));
            case "addPapers", "pointsOpen" -> calls.send(example, window.clerkToken(CLERK), ofVisit(opened()));
            case "lookAtCase" -> calls.send(example, window.clerkToken(CLERK), ofVisit(opened()));
            case "acceptCase" -> calls.send(example, window.clerkToken(CLERK), ofVisit(brought()));
            case "decideCase" -> calls.send(example, reviewer(), seen(accepted()));
            case "refused" -> calls.send(example, reviewer(), seen(insisted()));
            case "withdrawCase" -> calls.send(example, applicant(), seen(opened()));
            case "addStatement" -> calls.send(example, applicant(), of(opened()));
            case "listStatements" -> calls.send(example, applicant(), of(said()));
            case "listMessages" -> {
                Answer accepted = accepted();
                await().until(() -> {
                    followFeed.run();
                    return window.applicant(TestWindow.ID_NUMBER)
                                    .get(accepted.path() + "/messages")
                                    .json()
                                    .path("items")
                                    .size()
                            == 2;
                });
                calls.send(example, applicant(), of(accepted));
            }
            case "recordDeath" -> calls.send(example, reviewer(), seen(opened()));
            case "reopenCase" -> calls.send(example, reviewer(), seen(refused()));
            case "revokeAcceptance" -> calls.send(example, reviewer(), seen(notSettled()));
            case "exportCase", "readLedger" -> calls.send(example, applicant(), of(decided()));
            case "listEvents" -> {
                noteMoments.run();
                String before = window.endOfFeed();
                opened();
                await().until(() -> window.eventFollower()
                                .get("/api/v1/events?after=" + before)
                                .json()
                                .path("items")
                                .size()
                        >= 2);
                calls.send(example, tokens.withScope("events:read"), Map.of("after", before));
            }
            case "registerWebhook" ->
                calls.send(example, partner(), Map.of("/url", neighbours.partner("/hooks/example")));
            case "listWebhooks" -> {
                webhook();
                webhook();
                calls.send(example, partner(), Map.of());
            }
            case "getWebhook", "renewWebhookSecret", "removeWebhook" ->
                calls.send(example, partner(), Map.of("id", webhook()));
            case "replayWebhook" ->
                calls.send(example, partner(), Map.of("id", webhook(), "/after", window.endOfFeed()));
            case "listDeadLetters" -> calls.send(example, partner(), Map.of("id", deaf(accepted())));
            case "giveConsent" -> calls.send(example, applicant(), Map.of());
            case "listConsents" -> {
                window.consent("tongban-partner");
                window.consent("tongban-partner");
                calls.send(example, applicant(), Map.of());
            }
            case "listConsentQuestions" -> {
                refusedQuestion();
                refusedQuestion();
                calls.send(example, applicant(), Map.of());
            }
            case "withdrawConsent" -> calls.send(example, applicant(), Map.of("id", window.consent("tongban-partner")));
            case "consentMissing" -> calls.send(example, window.partnerToken("tongban-partner"), Map.of());
            case "tellEndedVisits" -> calls.send(example, window.communityService(), Map.of());
            case "writeDraft" -> calls.send(example, editor(), Map.of());
            case "listDrafts" -> {
                drafted("swimming-pass");
                calls.send(example, editor(), Map.of());
            }
            case "getDraft", "checkDraft" -> calls.send(example, editor(), item(drafted(LibraryCard.newItem())));
            case "documentInvalid" -> calls.send(example, editor(), item(mistaken()));
            case "testDraft" -> calls.send(example, editor(), item(checked()));
            case "approveDraft", "rejectDraft" -> calls.send(example, approver(), item(tested()));
            case "publishDraft" -> calls.send(example, editor(), item(approved()));
            default -> throw new AssertionError("nobody sends the example " + example.name());
        }
    }

    private Answer opened() {
        return window.clerk(CLERK)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", body("openCase"))
                .expect(201);
    }

    private Answer brought() {
        Answer opened = opened();
        return window.clerk(CLERK)
                .ifMatch(opened)
                .post(opened.path() + "/papers", body("addPapers"))
                .expect(200);
    }

    private Answer accepted() {
        Answer brought = brought();
        return window.clerk(CLERK)
                .ifMatch(brought)
                .post(brought.path() + "/acceptance", body("acceptCase"))
                .expect(200);
    }

    private Answer insisted() {
        Answer opened = opened();
        return window.clerk(CLERK)
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of("insists", true))
                .expect(200);
    }

    private Answer decided() {
        Answer accepted = accepted();
        return window.call()
                .token(reviewer())
                .ifMatch(accepted)
                .post(accepted.path() + "/decision", body("decideCase"))
                .expect(200);
    }

    private Answer said() {
        Answer opened = opened();
        return window.call()
                .token(applicant())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(opened.path() + "/statements", body("addStatement"))
                .expect(200);
    }

    private Answer refused() {
        Answer insisted = insisted();
        return window.call()
                .token(reviewer())
                .ifMatch(insisted)
                .post(insisted.path() + "/decision", body("refused"))
                .expect(200);
    }

    /** A case whose photo, which may follow, did not come. */
    private Answer notSettled() {
        Map<String, Object> withoutPhoto = TestWindow.facts();
        withoutPhoto.put(
                "papers",
                List.of(Map.of(
                        "kind", "labour-contract",
                        "unit", "30010001",
                        "from", "2016-04-05",
                        "until", "2019-04-04")));
        Answer opened = window.clerk(CLERK)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", withoutPhoto)
                .expect(201);
        Answer received = window.clerk(CLERK)
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(200);
        LocalDate late = LocalDate.parse(received.at("/settlementDueOn")).plusDays(1);
        clock.set(late);
        dueWorks.forEach(work -> work.doWhatIsDue(late));
        return window.call().token(reviewer()).get(received.path()).expect(200);
    }

    private String webhook() {
        return window.webhook("tongban-partner", neighbours.partner("/hooks/example"), "ACCEPTED", "DECIDED")
                .expect(201)
                .at("/id");
    }

    /** A webhook that could not be told of the acceptance of a case. */
    private String deaf(Answer accepted) {
        String webhook = webhook();
        database.asRuntime()
                .sql("""
                insert into webhook_dead_letter (webhook_id, case_id, seq, type, attempts, last_status, given_up_at)
                values (:webhook, :caseId, 3, 'ACCEPTED', 10, 503, now())
                """)
                .param("webhook", UUID.fromString(webhook))
                .param("caseId", UUID.fromString(accepted.at("/id")))
                .update();
        return webhook;
    }

    private LibraryCard drafted(String item) {
        LibraryCard card = LibraryCard.of(item, VERSION, FROM);
        editors().draft("lin", card).expect(201);
        return card;
    }

    private LibraryCard mistaken() {
        LibraryCard card = LibraryCard.of(LibraryCard.newItem(), VERSION, FROM);
        editors()
                .draft("lin", card.document().replace("state: MET\n", "state: MEET\n"), card.suite())
                .expect(201);
        return card;
    }

    private LibraryCard checked() {
        LibraryCard card = drafted(LibraryCard.newItem());
        editors().check(card).expect(200);
        return card;
    }

    private LibraryCard tested() {
        LibraryCard card = checked();
        editors().test(card).expect(200);
        return card;
    }

    private LibraryCard approved() {
        LibraryCard card = LibraryCard.of(LibraryCard.newItem(), VERSION, FROM);
        editors().approved(card);
        return card;
    }

    private static Object body(String example) {
        return ExampleCalls.all()
                .filter(other -> other.name().equals(example))
                .map(other -> other.request().body())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> of(Answer seen) {
        return Map.of("id", seen.at("/id"));
    }

    private static Map<String, String> seen(Answer seen) {
        return Map.of("id", seen.at("/id"), "If-Match", seen.header("ETag"));
    }

    private Map<String, String> ofVisit(Answer seen) {
        Map<String, String> actual = new HashMap<>(seen(seen));
        actual.put("Visit-Pass", pass());
        return actual;
    }

    private static Map<String, String> item(LibraryCard card) {
        return Map.of("item", card.item());
    }

    private void refusedQuestion() {
        window.call()
                .token(window.partnerToken("city-library"))
                .post("/api/v1/assessments", TestWindow.facts())
                .expect(403);
    }

    private String pass() {
        return neighbours.pass(CLERK).sign();
    }

    private String partner() {
        return window.partnerToken("tongban-partner");
    }

    private String applicant() {
        return window.applicantToken(TestWindow.ID_NUMBER);
    }

    private String reviewer() {
        return window.reviewerToken("reviewer-1", "police-330104");
    }

    private String editor() {
        return tokens.token().subject("lin").roles("standards-editor").sign();
    }

    private String approver() {
        return tokens.token().subject("zhou").roles("standards-approver").sign();
    }

    private TestEditors editors() {
        return new TestEditors(window, tokens);
    }
}
