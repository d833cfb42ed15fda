package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.command.ReplayCommand;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestStatements;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.permit.TwoVersionsTest;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * A case keeps the version of its first visit; a newer one counts where it favours the applicant, who
 * chooses where nothing is better. V1: half a year, a photo. V2, from 1 May 2017: five months, a photo and a plan.
 */
@TwoVersionsTest
class NewerStandardTests {

    private static final LocalDate IN_MAY = LocalDate.of(2017, 5, 2);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private TestStatements statements;

    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
    }

    @Test
    void staysOutWhereItOnlyAsksForMore() {
        Answer opened = open("2016-06-01", List.of());
        assertThat(opened.at("/pinnedStandard/version")).isEqualTo("V1");

        clock.set(IN_MAY);
        Answer brought = papers(opened, "photo").expect(200);

        assertThat(brought.at("/standard/version")).isEqualTo("V1");
        assertThat(brought.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        assertThat(brought.json().has("choice")).isFalse();
        Answer accepted = accept(brought).expect(200);
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2017-05-22"); // V1: 20 days
        assertThat(kept(opened)).containsExactly("1 PINNED V1", "2 PINNED V1", "2 NEWER V2");
    }

    @Test
    void countsWithItsPapersItsLimitsAndItsCriteriaWhereItFavours() {
        Answer opened = open("2016-12-01", List.of("photo"));
        assertThat(opened.at("/assessment/readyOn")).isEqualTo("2017-06-01");

        clock.set(IN_MAY);
        Answer brought = papers(opened, "plan").expect(200);

        assertThat(brought.at("/pinnedStandard/version")).isEqualTo("V1");
        assertThat(brought.at("/standard/version")).isEqualTo("V2");
        assertThat(brought.at("/assessment/outcome")).isEqualTo("ELIGIBLE");
        assertThat(brought.at("/assessment/standard/version")).isEqualTo("V2");
        Answer accepted = accept(brought).expect(200);
        assertThat(accepted.at("/decisionDueOn")).isEqualTo("2017-05-12"); // V2: 10 days
        assertThat(kept(opened)).containsExactly("1 PINNED V1", "2 PINNED V1", "2 NEWER V2");
        assertThat(events(opened))
                .containsExactly("CASE_OPENED", "ASSESSED", "NOTICE_GIVEN", "PAPERS_ADDED", "ASSESSED", "ACCEPTED");
        Answer ledger = ledger(opened);
        assertThat(ledger.at("/items/4/payload/standardVersion")).isEqualTo("V2");
        assertThat(ledger.at("/items/4/payload/otherStandardVersion")).isEqualTo("V1");
        assertThat(ledger.at("/items/4/payload/otherOutcome")).isEqualTo("NOT_YET");
    }

    @Test
    void knowsNoPaperOfAVersionThatIsNotInForceYet() {
        Answer opened = open("2016-12-01", List.of("photo"));

        Answer outside = papers(opened, "plan").expect(422);

        assertThat(outside.at("/type")).isEqualTo("/errors/part-unknown");
    }

    @Test
    void leavesTheChoiceToTheApplicantWhereOneIsSoonerAndTheOtherAsksForLess() {
        Answer opened = open("2017-01-01", List.of());
        clock.set(IN_MAY);
        accept(opened).expect(409);
        Answer seen = read(opened);

        assertThat(seen.at("/standard/version")).isEqualTo("V1");
        assertThat(seen.at("/choice/open")).isEqualTo("true");
        assertThat(seen.at("/choice/between/0/standard/version")).isEqualTo("V1");
        assertThat(seen.at("/choice/between/0/assessment/readyOn")).isEqualTo("2017-07-01");
        assertThat(seen.json().at("/choice/between/0/assessment/missing").toString())
                .isEqualTo("[\"photo\"]");
        assertThat(seen.at("/choice/between/1/standard/version")).isEqualTo("V2");
        assertThat(seen.at("/choice/between/1/assessment/readyOn")).isEqualTo("2017-06-01");

        Answer chosen = choose(applicant(), seen, "V2").expect(200);
        assertThat(chosen.at("/standard/version")).isEqualTo("V2");
        assertThat(chosen.at("/choice/open")).isEqualTo("false");
        assertThat(chosen.at("/assessment/readyOn")).isEqualTo("2017-06-01");
        assertThat(chosen.at("/notice/number"))
                .as("the plan is new to the applicant")
                .isNotEqualTo(opened.at("/notice/number"));
        assertThat(events(opened))
                .containsExactly(
                        "CASE_OPENED", "ASSESSED", "NOTICE_GIVEN", "ASSESSED", "STANDARD_CHOSEN", "NOTICE_GIVEN");
        assertThat(ledger(opened).at("/items/4/payload/standardVersion")).isEqualTo("V2");

        clock.set(IN_MAY.plusDays(1));
        accept(chosen).expect(409);
        Answer later = read(opened);
        assertThat(later.at("/standard/version")).as("the choice stands").isEqualTo("V2");

        Answer back = choose(clerk(), later, "V1").expect(200);
        assertThat(back.at("/standard/version")).isEqualTo("V1");
        assertThat(ledger(opened).at("/chain/intact")).isEqualTo("true");
    }

    @Test
    void isChosenWithTheCaseReadOnce() {
        Answer opened = open("2017-01-01", List.of());
        clock.set(IN_MAY);
        accept(opened).expect(409);
        Answer seen = read(opened);

        assertThat(statements.during(() -> choose(applicant(), seen, "V2").expect(200)))
                .containsExactly(
                        "select case_file",
                        "select notice",
                        "select nextval",
                        "update case_file",
                        "insert notice",
                        "insert ledger_event",
                        "delete case_limit");
    }

    @Test
    void givesUpAChoiceForWhatFavoursTheApplicant() {
        Answer opened = open("2017-01-01", List.of());
        clock.set(IN_MAY);
        accept(opened).expect(409);
        Answer keptFirst = choose(applicant(), read(opened), "V1").expect(200);

        Answer brought = papers(keptFirst, "photo", "plan").expect(200);

        assertThat(brought.at("/standard/version"))
                .as("as many papers, and sooner")
                .isEqualTo("V2");
        assertThat(brought.json().has("choice")).isFalse();
    }

    @Test
    void isChosenOnlyByOrForTheApplicantAndOnlyWhereThereIsAChoice() {
        Answer opened = open("2017-01-01", List.of());
        assertThat(choose(applicant(), opened, "V2").expect(409).at("/type")).isEqualTo("/errors/choice-not-open");
        clock.set(IN_MAY);
        accept(opened).expect(409);
        Answer seen = read(opened);

        assertThat(choose(window.applicant(TestWindow.OTHER_ID_NUMBER), seen, "V2")
                        .expect(404)
                        .at("/type"))
                .isEqualTo("/errors/case-unknown");
        assertThat(choose(window.reviewer("reviewer-1", "police-330104"), seen, "V2")
                        .status())
                .isEqualTo(403);
        assertThat(choose(window.call().token(window.clerkToken("clerk-1")), seen, "V2")
                        .expect(401)
                        .at("/type"))
                .isEqualTo("/errors/visit-pass-missing");
        assertThat(choose(applicant(), opened, "V2").expect(412).at("/type")).isEqualTo("/errors/case-changed");
        assertThat(applicant()
                        .post(opened.path() + "/standard", Map.of("version", "V2"))
                        .expect(428)
                        .at("/type"))
                .isEqualTo("/errors/case-version-missing");
        Answer notOffered = choose(applicant(), seen, "V3").expect(422);
        assertThat(notOffered.at("/type")).isEqualTo("/errors/standard-not-offered");
        assertThat(notOffered.json().at("/offered").toString()).isEqualTo("[\"V1\",\"V2\"]");
    }

    @Test
    void isMadeAgainTogetherWithTheFirstOne(@TempDir Path folder) throws IOException {
        Answer opened = open("2016-12-01", List.of("photo"));
        clock.set(IN_MAY);
        Answer accepted = accept(papers(opened, "plan").expect(200)).expect(200);
        window.reviewer("reviewer-1", "police-330104")
                .ifMatch(accepted)
                .post(opened.path() + "/decision", Map.of("decision", "GRANTED"))
                .expect(200);
        Answer export = applicant().get(opened.path() + "/export").expect(200);
        assertThat(export.at("/standard/version")).isEqualTo("V2");
        assertThat(export.at("/other/standard/version")).isEqualTo("V1");
        assertThat(export.at("/other/role")).isEqualTo("PINNED");

        assertThat(replay(folder, export.text())).isEqualTo(0);
        assertThat(replay(
                        folder,
                        export.text().replace("\"registeredOn\":\"2016-12-01\"", "\"registeredOn\":\"2016-06-01\"")))
                .as("with that day the first version would have done")
                .isEqualTo(1);
        assertThat(printed.toString())
                .contains(
                        "record: no source was asked",
                        "V1 outcome: NOT_YET in the case, ELIGIBLE made again",
                        "version used: V2 in the case, V1 made again");
    }

    @Test
    void nobodyIsRefusedBeforeAVersionThatFavoursThemWasLookedAt() {
        Answer insisted = insist(open("2016-11-01", List.of("photo"))).expect(200);
        assertThat(insisted.at("/standard/version")).isEqualTo("V1");

        clock.set(IN_MAY);
        Answer stopped = refuse(insisted, "residence").expect(409);

        assertThat(stopped.at("/type")).isEqualTo("/errors/newer-standard-favours");
        assertThat(stopped.at("/item")).isEqualTo("garden-plot");
        assertThat(stopped.at("/version")).isEqualTo("V2");
        assertThat(stopped.at("/outcome")).isEqualTo("INCOMPLETE");
        Answer seen = read(insisted);
        assertThat(seen.at("/standard/version")).isEqualTo("V2");
        assertThat(seen.at("/state")).isEqualTo("UNDER_REVIEW");
        assertThat(refuse(seen, "papers").expect(200).at("/decision/decision")).isEqualTo("REFUSED");
    }

    @Test
    void nobodyIsRefusedWhileTheyMayStillChoose() {
        Answer opened = open("2017-01-01", List.of());
        clock.set(IN_MAY);
        Answer insisted = insist(opened).expect(200);
        assertThat(insisted.at("/choice/open")).isEqualTo("true");

        assertThat(refuse(insisted, "papers").expect(409).at("/type")).isEqualTo("/errors/choice-open");

        Answer chosen = choose(applicant(), insisted, "V1").expect(200);
        assertThat(refuse(chosen, "papers").expect(200).at("/decision/decision"))
                .isEqualTo("REFUSED");
    }

    private Answer insist(Answer seen) {
        return clerk().ifMatch(seen).post(seen.path() + "/acceptance", Map.of("insists", true));
    }

    private Answer refuse(Answer seen, String criterion) {
        return window.reviewer("reviewer-1", "police-330104")
                .ifMatch(seen)
                .post(
                        seen.path() + "/decision",
                        Map.of(
                                "decision",
                                "REFUSED",
                                "reasons",
                                List.of(Map.of("criterion", criterion, "explanation", "未满足"))));
    }

    private int replay(Path folder, String export) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), export);
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(printed, true))
                .execute(file.toString(), "--standards", "src/test/resources/two-versions");
    }

    private Answer open(String registeredOn, List<String> papers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("item", "garden-plot");
        facts.put("route", "only");
        facts.put("applicant", Map.of("name", TestWindow.NAME, "idNumber", TestWindow.ID_NUMBER));
        facts.put("residence", Map.of("division", "330104008008", "registeredOn", registeredOn));
        facts.put("papers", papers.stream().map(kind -> Map.of("kind", kind)).toList());
        return clerk().header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);
    }

    private Answer papers(Answer seen, String... kinds) {
        List<Map<String, String>> papers = new ArrayList<>();
        for (String kind : kinds) {
            papers.add(Map.of("kind", kind));
        }
        return clerk().ifMatch(seen).post(seen.path() + "/papers", Map.of("papers", papers));
    }

    private Answer accept(Answer seen) {
        return clerk().ifMatch(seen).post(seen.path() + "/acceptance", Map.of());
    }

    private static Answer choose(Call as, Answer seen, String version) {
        return as.ifMatch(seen).post(seen.path() + "/standard", Map.of("version", version));
    }

    private Answer read(Answer seen) {
        return applicant().get(seen.path()).expect(200);
    }

    private Answer ledger(Answer seen) {
        return applicant().get(seen.path() + "/ledger").expect(200);
    }

    private List<String> events(Answer seen) {
        List<String> types = new ArrayList<>();
        for (JsonNode event : ledger(seen).json().at("/items")) {
            types.add(event.path("type").asString());
        }
        return types;
    }

    private List<String> kept(Answer seen) {
        return database.asRuntime()
                .sql("""
                    select number || ' ' || role || ' ' || standard_version
                    from case_assessment
                    where case_id = :caseId
                    order by number, role desc
                    """)
                .param("caseId", UUID.fromString(seen.at("/id")))
                .query(String.class)
                .list();
    }

    private Call applicant() {
        return window.applicant(TestWindow.ID_NUMBER);
    }

    private Call clerk() {
        return window.call()
                .token(window.clerkToken("clerk-1"))
                .header(
                        "Visit-Pass",
                        neighbours.pass("clerk-1").claim("item", "garden-plot").sign());
    }
}
