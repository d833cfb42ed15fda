package io.tongban.permit.publication;

import static io.tongban.permit.publication.TestEditors.STANDARDS;
import static io.tongban.permit.publication.TestEditors.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestTokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A version goes from a text to its publication through four eyes, and every shortcut is refused. Today is 6 April 2017. */
@PermitServiceTest
class StandardLifeTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    private TestEditors editors;
    private final String item = LibraryCard.newItem();
    private final LibraryCard card = LibraryCard.of(item, "L1", "2016-01-01");

    @BeforeEach
    void editors() {
        clock.reset();
        editors = new TestEditors(window, tokens);
    }

    @Test
    void goesFromATextToEverybody() {
        Answer drafted = editors.draft("lin", card).expect(201);
        assertThat(drafted.header("Location")).isEqualTo(path(card) + "/draft");
        assertThat(drafted.header("ETag")).isEqualTo("\"1\"");
        assertThat(drafted.at("/state")).isEqualTo("DRAFT");

        assertThat(editors.check(card).expect(200).at("/state")).isEqualTo("VALIDATED");
        Answer tested = editors.test(card).expect(200);
        assertThat(tested.at("/state")).isEqualTo("TESTED");
        assertThat(tested.at("/passed")).isEqualTo("2");
        assertThat(editors.approve("zhou", card).expect(200).at("/state")).isEqualTo("APPROVED");
        window.call().get(STANDARDS + "/" + item).expect(404);

        Answer published = editors.publish(card).expect(200);

        assertThat(published.at("/from")).isEqualTo("2016-01-01");
        assertThat(published.json().at("/until").isNull()).isTrue();
        Answer read = window.call().get(path(card)).expect(200);
        assertThat(read.at("/digest")).startsWith("sha256:").isEqualTo(published.at("/digest"));
        assertThat(read.at("/name/zh")).isEqualTo("借书证");
        assertThat(read.at("/layers/0/layer")).isEqualTo("hangzhou");
        assertThat(read.at("/criteria/0/basis/0/article/zh")).isEqualTo("第三条");
        assertThat(read.at("/criteria/0/settings/years/value")).isEqualTo("6");
        assertThat(read.at("/criteria/1/papers/demands/0/origin/version")).isEqualTo("L1");
        assertThat(read.at("/routes/0/criteria/1")).isEqualTo("photo");
        assertThat(window.call().get(path(card) + "/document").expect(200).text())
                .isEqualTo(card.document());
        assertThat(versionsInForce("2017-04-06")).containsEntry(item, "L1");
        assertThat(versionsInForce("2015-12-31")).doesNotContainKey(item);
    }

    @Test
    void aDraftShowsItsApproverEverythingAndWhoDidWhat() {
        editors.approved(card);

        Answer draft = editors.approver("zhou").get(path(card) + "/draft").expect(200);

        assertThat(draft.at("/document")).isEqualTo(card.document());
        assertThat(draft.at("/suites/0")).isEqualTo(card.suite());
        assertThat(draft.at("/draftedBy")).isEqualTo("lin");
        assertThat(draft.at("/steps/0/state")).isEqualTo("VALIDATED");
        assertThat(draft.at("/steps/2/state")).isEqualTo("APPROVED");
        assertThat(draft.at("/steps/2/actor")).isEqualTo("zhou");
        assertThat(draft.at("/steps/2/takenOn")).isEqualTo("2017-04-06");
    }

    @Test
    void listsTheDraftsThatAreNotPublishedPageByPage() {
        editors.draft("lin", card).expect(201);
        LibraryCard second = LibraryCard.of(item, "L2", "2018-01-01");
        editors.draft("lin", second).expect(201);
        editors.check(second).expect(200);

        Answer first = editors.editor("lin")
                .get(STANDARDS + "/drafts?limit=1&after=" + item + "/")
                .expect(200);
        Answer next = editors.editor("lin")
                .get(STANDARDS + "/drafts?limit=1&after=" + first.at("/next"))
                .expect(200);

        assertThat(first.at("/items/0/version")).isEqualTo("L1");
        assertThat(first.at("/items/0/state")).isEqualTo("DRAFT");
        assertThat(next.at("/items/0/version")).isEqualTo("L2");
        assertThat(next.at("/items/0/state")).isEqualTo("VALIDATED");
        editors.published(LibraryCard.of(item, "L1", "2016-01-01"));
        assertThat(editors.editor("lin")
                        .get(STANDARDS + "/drafts?limit=1&after=" + item + "/")
                        .expect(200)
                        .at("/items/0/version"))
                .isEqualTo("L2");
    }

    // --- texts that are wrong

    @Test
    void namesThePlaceOfAMistake() {
        String document = card.document().replace("lapseNoticeDays: 30", "lapseNoticeDay: 30");
        editors.draft("lin", document, card.suite()).expect(201);

        Answer refused = editors.check(card).expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/document-invalid");
        assertThat(refused.at("/file")).isEqualTo("document");
        assertThat(document.lines().toList().get(refused.json().at("/line").asInt() - 1))
                .isEqualTo("lapseNoticeDay: 30");
        assertThat(refused.at("/what")).contains("lapseNoticeDay");
        assertThat(refused.at("/remedy")).contains("'lapseNoticeDays'");
        assertThat(state()).isEqualTo("DRAFT");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        String document = card.document()
                .replace("lapseNoticeDays: 30", "lapseNoticeDays: 30000")
                .replace("by: residence", "by: birth");
        editors.draft("lin", document, card.suite()).expect(201);

        Answer refused = editors.check(card).expect(422);

        assertThat(refused.json().at("/mistakes")).hasSize(2).allSatisfy(mistake -> {
            assertThat(mistake.at("/file").asString()).isEqualTo("document");
            assertThat(mistake.at("/line").asInt()).isPositive();
            assertThat(mistake.at("/remedy").asString()).isNotBlank();
        });
        assertThat(refused.json().at("/mistakes/0/what").asString()).isEqualTo(refused.at("/what"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    version: L1       | version: ../L1               | no name of a version
                    item:             | item: In Force #             | no name of an item
                    item: library     | item: in-force #             | no name of an item
                    layer: hangzhou   | layer: 杭州                   | no name of a layer
                    from: "2016-01-01"| from: "2016-02-30"           | 2016-02-30
                    from: "2016-01-01"| from: "0000-01-01"           | no standard is in force on
                    from: "2016-01-01"| from: "2016-01-01", until: "2015-12-31" | ends before it begins
                    version: L1       | version: [L1                 | not YAML
                    version: L1       | versions: L1                 | 'version' is not there
                    """)
    void refusesATextThatDoesNotSayWhatItIs(String right, String wrong, String what) {
        Answer refused = editors.draft("lin", card.document().replaceFirst(right, wrong), card.suite())
                .expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/document-invalid");
        assertThat(refused.at("/what")).contains(what);
        assertThat(refused.json().at("/line").asInt()).isBetween(1, 6);
    }

    @Test
    void refusesATextThatAliasesBlowUp() {
        String bomb = "l0: &l0 [x, y, z]\n"
                + IntStream.rangeClosed(1, 15)
                        .mapToObj(level -> "l%d: &l%d [*l%d, *l%d, *l%d]\n"
                                .formatted(level, level, level - 1, level - 1, level - 1))
                        .collect(Collectors.joining());

        assertThat(editors.draft("lin", card.document() + bomb, card.suite())
                        .expect(422)
                        .at("/what"))
                .contains("unfolds to more than");
        editors.draft("lin", card).expect(201);
        editors.draft("lin", card.document(), card.suite() + bomb).expect(201);
        editors.check(card).expect(200);
        Answer refused = editors.test(card).expect(422);
        assertThat(refused.at("/file")).isEqualTo("suite 1");
        assertThat(refused.at("/what")).contains("unfolds to more than");
    }

    @Test
    void refusesMoreThanItsLimits() {
        assertThat(editors.draft("lin", card.document() + "#".repeat(262_144), card.suite())
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("#/document");
        assertThat(editors.draft(
                                "lin",
                                card.document(),
                                Collections.nCopies(21, card.suite()).toArray(String[]::new))
                        .expect(422)
                        .at("/errors/0/pointer"))
                .isEqualTo("#/suites");
        assertThat(editors.draft("lin", card.document(), card.suite() + "#".repeat(1024 * 1024))
                        .expect(413)
                        .at("/type"))
                .isEqualTo("/errors/body-too-large");
    }

    // --- suites

    @Test
    void whatItsSuiteDoesNotPassGoesNoFurther() {
        LibraryCard wrong = card.fromAge(60);
        editors.draft("lin", wrong).expect(201);
        editors.check(wrong).expect(200);

        Answer refused = editors.test(wrong).expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/suite-failed");
        assertThat(refused.at("/passed")).isEqualTo("1");
        assertThat(refused.at("/failed")).isEqualTo("1");
        assertThat(refused.at("/failures/0/file")).isEqualTo("suite 1");
        assertThat(refused.at("/failures/0/line")).isEqualTo("5");
        assertThat(refused.at("/failures/0/title")).contains("border");
        assertThat(refused.at("/failures/0/differences/0")).contains("ELIGIBLE", "NOT_YET");
        assertThat(state()).isEqualTo("VALIDATED");
        assertThat(editors.approve("zhou", wrong).expect(409).at("/type")).isEqualTo("/errors/draft-not-ready");
    }

    @Test
    void aSuiteTestsThisDraftAndNothingElse() {
        editors.draft("lin", card.document(), card.suite().replace("version: L1", "version: L2"))
                .expect(201);
        editors.check(card).expect(200);

        assertThat(editors.test(card).expect(422).at("/failed")).isEqualTo("2");
    }

    @Test
    void noSuiteIsNotAPassedOne() {
        editors.draft("lin", card.document()).expect(201);
        editors.check(card).expect(200);
        assertThat(editors.test(card).expect(422).at("/type")).isEqualTo("/errors/suite-missing");

        editors.draft("lin", card.document(), "standard: " + item + "\ncases: []\n")
                .expect(201);
        editors.check(card).expect(200);
        assertThat(editors.test(card).expect(422).at("/type")).isEqualTo("/errors/suite-missing");
    }

    // --- the order of steps

    @Test
    void noStepIsLeftOut() {
        editors.draft("lin", card).expect(201);
        Answer untested = editors.test(card).expect(409);
        assertThat(untested.at("/type")).isEqualTo("/errors/draft-not-ready");
        assertThat(untested.at("/state")).isEqualTo("DRAFT");
        assertThat(untested.at("/needed")).isEqualTo("VALIDATED");
        editors.approve("zhou", card).expect(409);
        editors.publish(card).expect(409);
        editors.check(card).expect(200);
        editors.publish(card).expect(409);
        editors.test(card).expect(200);

        assertThat(editors.publish(card).expect(409).at("/needed")).isEqualTo("APPROVED");
        window.call().get(path(card)).expect(404);
    }

    @Test
    void checksAndTestsAsOftenAsWanted() {
        editors.approved(card);

        assertThat(editors.check(card).expect(200).at("/state")).isEqualTo("APPROVED");
        assertThat(editors.test(card).expect(200).at("/state")).isEqualTo("APPROVED");
        assertThat(editors.approve("zhou", card).expect(409).at("/state")).isEqualTo("APPROVED");
    }

    @Test
    void whoDraftsDoesNotApprove() {
        editors.draft("lin", card).expect(201);
        editors.check(card).expect(200);
        editors.test(card).expect(200);

        assertThat(editors.approve("lin", card).expect(403).at("/type")).isEqualTo("/errors/drafter-does-not-approve");
        assertThat(editors.with("lin", "standards-editor", "standards-approver")
                        .header("If-Match", "\"1\"")
                        .post(path(card) + "/approval", Map.of())
                        .expect(403)
                        .at("/type"))
                .isEqualTo("/errors/drafter-does-not-approve");
        assertThat(state()).isEqualTo("TESTED");
        editors.approve("zhou", card).expect(200);
    }

    @Test
    void norDoesWhoDraftedAnEarlierText() {
        editors.draft("wang", card).expect(201);
        editors.draft("lin", card).expect(201);
        editors.check(card).expect(200);
        editors.test(card).expect(200);

        editors.approve("wang", card).expect(403);
        editors.approve("zhou", card).expect(200);
    }

    @Test
    void aChangedTextStartsAgain() {
        editors.approved(card);

        Answer changed = editors.draft("lin", card.fromAge(5)).expect(201);

        assertThat(changed.at("/revision")).isEqualTo("2");
        assertThat(state()).isEqualTo("DRAFT");
        editors.publish(card).expect(409);
    }

    @Test
    void nobodyApprovesATextThatTheyDidNotRead() {
        editors.draft("lin", card).expect(201);
        Answer read = editors.approver("zhou").get(path(card) + "/draft").expect(200);
        editors.draft("lin", card.fromAge(5)).expect(201);
        editors.check(card).expect(200);
        editors.test(card).expect(200);

        Answer refused = editors.approver("zhou")
                .ifMatch(read)
                .post(path(card) + "/approval", Map.of())
                .expect(412);

        assertThat(refused.at("/type")).isEqualTo("/errors/draft-changed");
        assertThat(refused.at("/revision")).isEqualTo("2");
        assertThat(editors.approver("zhou")
                        .post(path(card) + "/approval", Map.of())
                        .expect(428)
                        .at("/type"))
                .isEqualTo("/errors/draft-revision-missing");
    }

    @Test
    void aRejectedTextEndsWithAReason() {
        editors.draft("lin", card).expect(201);
        editors.check(card).expect(200);
        editors.test(card).expect(200);
        editors.approver("zhou")
                .header("If-Match", "\"1\"")
                .post(path(card) + "/rejection", Map.of("reason", " "))
                .expect(422);

        editors.approver("zhou")
                .header("If-Match", "\"1\"")
                .post(path(card) + "/rejection", Map.of("reason", "第三条没有这个年龄"))
                .expect(200);

        assertThat(editors.editor("lin").get(path(card) + "/draft").expect(200).at("/steps/2/reason"))
                .isEqualTo("第三条没有这个年龄");
        editors.approve("zhou", card).expect(409);
        editors.publish(card).expect(409);
        editors.published(card.fromAge(5));
    }

    @Test
    void aPublishedVersionHasNoOtherText() {
        editors.published(card);

        Answer refused = editors.draft("lin", card.fromAge(5)).expect(409);

        assertThat(refused.at("/type")).isEqualTo("/errors/version-already-published");
        editors.publish(card).expect(409);
        editors.check(card).expect(409);
        assertThat(window.call().get(path(card)).expect(200).at("/criteria/0/settings/years/value"))
                .isEqualTo("6");
    }

    // --- periods

    @Test
    void onlyTheFirstVersionMayHaveBegun() {
        editors.published(card);
        LibraryCard today = LibraryCard.of(item, "L2", "2017-04-06");
        editors.draft("lin", today).expect(201);

        Answer refused = editors.check(today).expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/version-begins-too-early");
        assertThat(refused.at("/from")).isEqualTo("2017-04-06");
        assertThat(refused.at("/earliestOn")).isEqualTo("2017-04-07");
        LibraryCard tomorrow = LibraryCard.of(item, "L3", "2017-04-07");
        editors.approved(tomorrow);
        clock.set(LocalDate.of(2017, 4, 7));
        assertThat(editors.publish(tomorrow).expect(422).at("/type")).isEqualTo("/errors/version-begins-too-early");
        clock.reset();
        editors.publish(tomorrow).expect(200);
    }

    @Test
    void aVersionWithoutAnEndEndsOnTheDayBeforeTheNext() {
        editors.published(card);
        LibraryCard next = LibraryCard.of(item, "L2", "2018-01-01");
        editors.draft("lin", next).expect(201);
        Answer checked = editors.check(next).expect(200);
        assertThat(checked.at("/periods/0/until")).isEqualTo("2017-12-31");
        assertThat(window.call().get(path(card)).expect(200).json().at("/until").isNull())
                .isTrue();

        editors.test(next).expect(200);
        editors.approve("zhou", next).expect(200);
        editors.publish(next).expect(200);

        Answer versions = window.call().get(STANDARDS + "/" + item).expect(200);
        assertThat(versions.at("/versions/0/version")).isEqualTo("L2");
        assertThat(versions.at("/versions/1/until")).isEqualTo("2017-12-31");
        assertThat(versions.json().at("/gaps").isEmpty()).isTrue();
        assertThat(window.call().get(path(card)).expect(200).at("/until")).isEqualTo("2017-12-31");
        assertThat(versionsInForce("2017-12-31")).containsEntry(item, "L1");
        assertThat(versionsInForce("2018-01-01")).containsEntry(item, "L2");
    }

    @Test
    void periodsNeverOverlap() {
        editors.published(card.until("2016-01-01", "2018-06-30"));
        LibraryCard next = LibraryCard.of(item, "L2", "2018-06-30");
        editors.draft("lin", next).expect(201);

        Answer refused = editors.check(next).expect(409);

        assertThat(refused.at("/type")).isEqualTo("/errors/period-taken");
        assertThat(refused.at("/other")).isEqualTo("L1");
        assertThat(refused.at("/until")).isEqualTo("2018-06-30");
        editors.published(LibraryCard.of(item, "L3", "2018-07-01"));
    }

    @Test
    void aPeriodWithoutAnEndIsADashToPeople() {
        editors.published(LibraryCard.of(item, "L1", "2018-06-30"));
        LibraryCard next = LibraryCard.of(item, "L2", "2018-06-30");
        editors.draft("lin", next).expect(201);

        Answer refused = editors.check(next).expect(409);

        assertThat(refused.json().at("/until").isNull()).isTrue();
        assertThat(refused.at("/detail")).isEqualTo("The period is that of L1, from 2018-06-30 until –.");
    }

    @Test
    void ofTwoThatPublishAtOnceForTheSameDaysOneIsRefused() throws Exception {
        LibraryCard one = card.until("2018-01-01", "2018-12-31");
        LibraryCard other = LibraryCard.of(item, "L2", "2018-12-31");
        editors.approved(one);
        editors.approved(other);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LibraryCard published : List.of(one, other)) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return editors.publish(published);
                }));
            }
        }

        List<Answer> came = List.of(answers.get(0).get(), answers.get(1).get());

        assertThat(came).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(came)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(answer -> answer.at("/type"))
                .containsExactly("/errors/period-taken");
    }

    @Test
    void aGapIsReportedWithItsDates() {
        editors.published(card.until("2016-01-01", "2017-06-30"));
        assertThat(window.call().get(STANDARDS + "/" + item).expect(200).at("/gaps/0/from"))
                .isEqualTo("2017-07-01");
        LibraryCard next = LibraryCard.of(item, "L2", "2017-09-01");
        editors.draft("lin", next).expect(201);
        Answer checked = editors.check(next).expect(200);
        assertThat(checked.at("/gaps/0/from")).isEqualTo("2017-07-01");
        assertThat(checked.at("/gaps/0/until")).isEqualTo("2017-08-31");

        Answer published = editors.published(next);

        assertThat(published.at("/gaps/0/from")).isEqualTo("2017-07-01");
        assertThat(published.at("/gaps/0/until")).isEqualTo("2017-08-31");
        Answer items = window.call().get(STANDARDS + "?limit=200").expect(200);
        assertThat(items.json()
                        .at("/items")
                        .valueStream()
                        .filter(listed -> listed.at("/item").asString().equals(item))
                        .map(listed -> listed.at("/gaps/0/until").asString())
                        .toList())
                .containsExactly("2017-08-31");
        assertThat(versionsInForce("2017-08-31")).doesNotContainKey(item);
    }

    // --- layers

    @Test
    void aCityBuildsOnAProvinceAndOnlyItIsInForce() {
        LibraryCard province = new LibraryCard(
                item, "Z1", "{from: \"2016-01-01\"}", "layer: zhejiang\nbase: true\nroom: {settings: [age.years]}", 60);
        String city = """
                item: %s
                version: L1
                layer: hangzhou
                on: {layer: zhejiang, version: Z1}
                name: {zh: 借书证, en: library card}
                inForce: {from: "2016-07-01"}
                fill: {age.years: 6}
                """.formatted(item);
        editors.draft("lin", city, card.suite()).expect(201);
        Answer refused = editors.check(card).expect(422);
        assertThat(refused.at("/what")).contains("Z1 of that layer");
        assertThat(refused.at("/line")).isEqualTo("4");

        editors.draft("lin", province.document().replace("state: MET", "state: MEET"))
                .expect(201);
        assertThat(editors.check(province).expect(422).at("/what")).contains("MEET");
        editors.draft("lin", province.document()).expect(201);
        editors.check(province).expect(200);
        editors.test(province).expect(200);
        editors.approve("zhou", province).expect(200);
        editors.publish(province).expect(200);
        window.call().get(path(province)).expect(404);
        assertThat(versionsInForce("2017-01-01")).doesNotContainKey(item);
        editors.check(card).expect(200);
        editors.test(card).expect(200);
        editors.approve("zhou", card).expect(200);
        editors.publish(card).expect(200);

        Answer effective = window.call().get(path(card)).expect(200);
        assertThat(effective.at("/layers/1/version")).isEqualTo("Z1");
        assertThat(effective.at("/criteria/0/origin/layer")).isEqualTo("zhejiang");
        assertThat(effective.at("/criteria/0/settings/years/value")).isEqualTo("6");
        assertThat(effective.at("/criteria/0/settings/years/origin/layer")).isEqualTo("hangzhou");
        Answer versions = window.call().get(STANDARDS + "/" + item).expect(200);
        assertThat(versions.at("/versions/0/base")).isEqualTo("false");
        assertThat(versions.at("/versions/1/base")).isEqualTo("true");
    }

    // --- roles

    @ParameterizedTest
    @CsvSource({
        "standards-approver, POST, '',           403",
        "clerk,              POST, '',           403",
        "standards-approver, POST, /check,       403",
        "standards-approver, POST, /test,        403",
        "standards-editor,   POST, /approval,    403",
        "standards-editor,   POST, /rejection,   403",
        "reviewer,           POST, /publication, 403",
        "applicant,          GET,  /draft,       403",
        "standards-editor,   GET,  /draft,       200",
        "'',                 POST, '',           401",
        "'',                 POST, /approval,    401",
        "'',                 POST, /publication, 401",
        "'',                 GET,  /draft,       401"
    })
    void eachStepHasItsRole(String role, String method, String step, int status) {
        editors.draft("lin", card).expect(201);
        var call = role.isEmpty() ? window.call() : editors.with("somebody", role);
        String path = step.isEmpty() ? STANDARDS : path(card) + step;

        Answer answer = method.equals("GET") ? call.get(path) : call.post(path, Map.of());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(editors.with("somebody", "clerk").get(STANDARDS + "/drafts").status())
                .isEqualTo(403);
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(window.call().get(STANDARDS + "/no-item").expect(404).at("/type"))
                .isEqualTo("/errors/item-unknown");
        editors.published(card);
        assertThat(window.call().get(STANDARDS + "/" + item + "/L9").expect(404).at("/type"))
                .isEqualTo("/errors/standard-unknown");
        assertThat(editors.editor("lin")
                        .get(STANDARDS + "/" + item + "/L9/draft")
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/draft-unknown");
        window.call().get(STANDARDS + "/in-force?on=yesterday").expect(422);
    }

    private String state() {
        return editors.editor("lin").get(path(card) + "/draft").expect(200).at("/state");
    }

    private Answer inForce(String on) {
        return window.call().get(STANDARDS + "/in-force?on=" + on).expect(200);
    }

    private Map<String, String> versionsInForce(String on) {
        return inForce(on)
                .json()
                .at("/items")
                .valueStream()
                .collect(Collectors.toMap(
                        inForce -> inForce.at("/item").asString(),
                        inForce -> inForce.at("/version").asString()));
    }
}
