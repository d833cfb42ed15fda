package io.tongban.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.point.Mark;
import io.tongban.engine.point.Marks;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.replay.AssessedFacts;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.PaperKind.Form;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.SuiteFacts;
import io.tongban.form.IdentityNumber;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What an assessment comes to when persons have doubted papers, contested criteria, or left or dropped points. */
class MarkedCriteriaTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate APPLIED_ON = LocalDate.of(2017, 5, 8);
    private static final Standards STANDARDS =
            StandardsLibrary.in(Path.of("..", "standards")).standards();

    /** With an address paper, so that there is one more criterion that papers meet. */
    private static final Standard STANDARD = STANDARDS.whatIf(
            STANDARDS.version("residence-permit", "R1"),
            DocumentNode.read("settings", "address-paper.asked: true").members());

    private static final String YEAR = "2016-04..2017-03";
    private static final String HALF_A_YEAR = "2016-10..2017-03";
    private static final String HALF_A_YEAR_BEFORE = "2016-04..2016-09";

    private static final Paper CONTRACT = new Paper("labour-contract", "30010001", LocalDate.of(2015, 4, 5), null);
    private static final Paper PHOTO = new Paper("photo", null, null, null);
    private static final Paper LEASE = new Paper("lease", null, LocalDate.of(2016, 5, 10), null);
    private static final Paper OLD_LEASE =
            new Paper("lease", null, LocalDate.of(2016, 5, 10), LocalDate.of(2017, 3, 31));

    private final List<Paper> papers = new ArrayList<>(List.of(CONTRACT, PHOTO, LEASE));
    private Residence residence = new Residence(LocalDate.of(2016, 5, 12), false);
    private String household = "elsewhere";

    @Test
    void aContestedCriterionGoesToAPersonWhoIsToldWhatTheRulesSay() {
        Marks contested = Marks.NONE.underReview("contributions", Mark.CONTESTED);

        Assessment assessment = assess(HALF_A_YEAR, contested);

        CriterionResult contributions = assessment.criterion("contributions").orElseThrow();
        assertThat(contributions.state()).isEqualTo(CriterionState.REVIEW);
        assertThat(contributions.suggested()).isEqualTo(CriterionState.NOT_YET);
        assertThat(contributions.mark()).isEqualTo(Mark.CONTESTED);
        assertThat(contributions.reasons()).extracting(Reason::code).startsWith("CONTESTED", "TOO_FEW_MONTHS");
        assertThat(assessment.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(assessment.readyOn()).isNull();
        assertThat(assessment.through()).isNull();
        assertThat(points(assessment)).isEqualTo(Map.of("contributions", CriterionState.REVIEW));
    }

    @Test
    void whatIsContestedIsNotAskedAnyMore() {
        papers.remove(CONTRACT);

        Assessment assessment = assess(YEAR, Marks.NONE.underReview("employment", Mark.CONTESTED));

        assertThat(points(assessment)).isEqualTo(Map.of("employment", CriterionState.REVIEW));
        assertThat(assessment.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2016-04..2017-03, MET", "2016-05..2017-03, PENDING"})
    void onlyWhatIsAskedCanBeContested(String paid, CriterionState state) {
        Assessment assessment = assess(paid, Marks.NONE.underReview("contributions", Mark.CONTESTED));

        assertThat(state(assessment, "contributions")).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME_VARIANT", "NO_NUMBER"})
    void whatAPersonHasToLookAtGoesThereThoughTheRulesAreMet(Mark why) {
        Assessment assessment = assess(YEAR, Marks.NONE.underReview("identity", why));

        CriterionResult identity = assessment.criterion("identity").orElseThrow();
        assertThat(identity.state()).isEqualTo(CriterionState.REVIEW);
        assertThat(identity.suggested()).isEqualTo(CriterionState.MET);
        assertThat(identity.reasons()).extracting(Reason::code).containsExactly(why.name());
        assertThat(points(assessment)).isEqualTo(Map.of("identity", CriterionState.REVIEW));
    }

    @Test
    void aDoubtedPaperCountsAndAPersonDecides() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));

        Assessment assessment = assess(YEAR, Marks.NONE);

        CriterionResult employment = assessment.criterion("employment").orElseThrow();
        assertThat(employment.state()).isEqualTo(CriterionState.REVIEW);
        assertThat(employment.suggested()).isEqualTo(CriterionState.MET);
        assertThat(employment.mark()).isEqualTo(Mark.DOUBTED);
        assertThat(employment.reasons()).extracting(Reason::code).containsExactly("DOUBTED");
        assertThat(employment.missing()).isEmpty();
    }

    @Test
    void besideADoubtedPaperAnotherMayStillBeMissing() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));

        Assessment assessment = assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE);

        assertThat(points(assessment))
                .isEqualTo(Map.of(
                        "employment",
                        CriterionState.REVIEW,
                        "employment:labour-contract:30010002",
                        CriterionState.MISSING));
        assertThat(assessment.outcome()).isEqualTo(Outcome.REVIEW);
    }

    /** The contract counts as brought, so that nothing of another way to meet the criterion is asked. */
    @Test
    void aDoubtAsksForNoPaperOfAnotherAlternative() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));
        papers.add(new Paper("annual-report", null, null, null));

        Assessment assessment = assess(YEAR, Marks.NONE);

        assertThat(points(assessment)).isEqualTo(Map.of("employment", CriterionState.REVIEW));
        assertThat(assessment.criterion("employment").orElseThrow().suggested()).isEqualTo(CriterionState.MET);
    }

    @Test
    void aDoubtGoesToAPersonThoughAnotherPaperSuffices() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));
        papers.add(new Paper("farm-contract", null, LocalDate.of(2016, 1, 1), LocalDate.of(2018, 1, 1)));

        assertThat(state(assess(YEAR, Marks.NONE), "employment")).isEqualTo(CriterionState.REVIEW);
    }

    @Test
    void aDoubtedPaperThatIsOverIsStillToBeReplaced() {
        papers.set(2, OLD_LEASE.in(PaperState.DOUBTED));

        assertThat(points(assess(YEAR, Marks.NONE)))
                .isEqualTo(
                        Map.of("address-paper", CriterionState.REVIEW, "address-paper:lease", CriterionState.MISSING));
    }

    @Test
    void aDoubtIsAMatterOfTheCriteriaThatAskForThePaper() {
        papers.add(new Paper("school-certificate", null, null, null).in(PaperState.DOUBTED));

        assertThat(assess(YEAR, Marks.NONE).outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFECTIVE", "FALSE"})
    void whatIsDefectiveOrFalseIsNotBrought(PaperState state) {
        papers.set(0, CONTRACT.in(state));

        assertThat(points(assess(YEAR, Marks.NONE)))
                .isEqualTo(Map.of("employment:employment-paper", CriterionState.MISSING));
    }

    @Test
    void aPaperWithoutItsDefectIsAnotherPaper() {
        papers.add(CONTRACT.in(PaperState.DEFECTIVE));

        assertThat(assess(YEAR, Marks.NONE).outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "labour-contract, FETCHED, true",
        "labour-contract, ORIGINAL_SEEN, true",
        "labour-contract, COPY, false",
        "labour-contract, SCAN, false",
        "labour-contract, STATED, false",
        "photo, ORIGINAL_SEEN, true",
        "photo, SCAN, true",
        "photo, STATED, false"
    })
    void aWeakerFormIsNotBrought(String kind, Form form, boolean brought) {
        papers.replaceAll(paper -> paper.kind().equals(kind)
                ? new Paper(kind, paper.unit(), null, paper.from(), paper.until(), Map.of(), form, null)
                : paper);

        assertThat(points(assess(YEAR, Marks.NONE)).isEmpty()).isEqualTo(brought);
    }

    @Test
    void theWordForAllProofsStandsForTheContractWithEachEmployer() {
        papers.remove(CONTRACT);

        Assessment assessment = assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE);

        assertThat(assessment.points())
                .containsExactly(new OpenPoint(
                        Point.of("employment:employment-paper"),
                        CriterionState.MISSING,
                        true,
                        List.of(
                                new NamedPaper("labour-contract", "30010001"),
                                new NamedPaper("labour-contract", "30010002"))));
    }

    /** The lease is over; what else is open decides what the outcome is when the lease does not bind. */
    @ParameterizedTest(name = "{0}: {1}, {2} if it does not bind")
    @CsvSource({
        "nothing, INCOMPLETE, REVIEW",
        "a tolerable photo, INCOMPLETE, REVIEW",
        "a pending month, INCOMPLETE, REVIEW",
        "a missing contract, INCOMPLETE, INCOMPLETE",
        "too few months, NOT_YET, NOT_YET",
        "another doubt, REVIEW, REVIEW",
        "the household, INELIGIBLE, INELIGIBLE"
    })
    void anUnconfirmedPointRanksBelowAllButWhatIsMetOrMayFollow(String other, Outcome before, Outcome unconfirmed) {
        papers.set(2, OLD_LEASE);
        String paid = switch (other) {
            case "a pending month" -> "2016-05..2017-03";
            case "too few months" -> HALF_A_YEAR;
            default -> YEAR;
        };
        switch (other) {
            case "a tolerable photo" -> papers.remove(PHOTO);
            case "a missing contract" -> papers.remove(CONTRACT);
            case "another doubt" -> papers.set(0, CONTRACT.in(PaperState.DOUBTED));
            case "the household" -> household = "same-urban-area";
            default -> {}
        }

        Assessment binding = assess(paid, Marks.NONE);
        Assessment assessment = assess(paid, Marks.NONE.unconfirmed(missing("address-paper:lease")));

        assertThat(binding.outcome()).isEqualTo(before);
        assertThat(assessment.outcome()).isEqualTo(unconfirmed);
        assertThat(assessment.readyOn()).isEqualTo(binding.readyOn());
        assertThat(assessment.through()).isEqualTo(binding.through());
        assertThat(points(assessment)).isEqualTo(points(binding));
        assertThat(notBinding(assessment)).containsExactly("address-paper:lease");
    }

    @Test
    void anUnconfirmedCriterionIsPrintedAsSuch() {
        papers.set(2, OLD_LEASE);

        CriterionResult lease = assess(YEAR, Marks.NONE.unconfirmed(missing("address-paper:lease")))
                .criterion("address-paper")
                .orElseThrow();

        assertThat(lease.state()).isEqualTo(CriterionState.REVIEW);
        assertThat(lease.suggested()).isEqualTo(CriterionState.MISSING);
        assertThat(lease.mark()).isEqualTo(Mark.UNCONFIRMED);
        assertThat(lease.missing()).containsExactly(new NamedPaper("lease"));
        assertThat(lease.reasons()).extracting(Reason::code).containsExactly("UNCONFIRMED", "ADDRESS_PAPER_EXPIRED");
    }

    @Test
    void aBreachNeverMakesAFailureBetterThanAReview() {
        household = "same-urban-area";

        assertThat(assess(YEAR, Marks.NONE.unconfirmed(new OpenPoint(Point.of("household"), CriterionState.FAILED)))
                        .outcome())
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void anotherPointOfTheCriterionStillBinds() {
        papers.set(0, new Paper("labour-contract", "30019999", LocalDate.of(2015, 4, 5), LocalDate.of(2016, 4, 30)));

        Assessment assessment = assess(
                HALF_A_YEAR,
                HALF_A_YEAR_BEFORE,
                Marks.NONE.unconfirmed(missing("employment:labour-contract:30010002")));

        assertThat(state(assessment, "employment")).isEqualTo(CriterionState.MISSING);
        assertThat(notBinding(assessment)).containsExactly("employment:labour-contract:30010002");
        assertThat(assessment.outcome()).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void aReviewThatThereIsAnywayIsNoUnconfirmedOne() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));

        Assessment assessment = assess(
                HALF_A_YEAR,
                HALF_A_YEAR_BEFORE,
                Marks.NONE.unconfirmed(missing("employment:labour-contract:30010002")));

        assertThat(assessment.criterion("employment").orElseThrow().mark()).isEqualTo(Mark.DOUBTED);
        assertThat(notBinding(assessment)).containsExactly("employment:labour-contract:30010002");
    }

    @Test
    void aDroppedPointCountsAsMet() {
        papers.set(2, OLD_LEASE);

        Assessment assessment = assess(YEAR, Marks.NONE.dropped(missing("address-paper:lease")));

        CriterionResult lease = assessment.criterion("address-paper").orElseThrow();
        assertThat(lease.state()).isEqualTo(CriterionState.MET);
        assertThat(lease.mark()).isEqualTo(Mark.DROPPED);
        assertThat(lease.reasons()).extracting(Reason::code).containsExactly("DROPPED");
        assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(assessment.points()).isEmpty();
        assertThat(assessment.missing()).isEmpty();
    }

    /** Told to bring one of the proofs, the applicant brings the contract with one of two employers. */
    @Test
    void whatTheWordForAllProofsStandsForIsDroppedWithIt() {
        papers.remove(CONTRACT);
        OpenPoint proof =
                assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE).points().getFirst();
        papers.add(CONTRACT);

        Assessment assessment = assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE.dropped(proof));

        assertThat(assessment.points()).isEmpty();
        assertThat(assessment.criterion("employment").orElseThrow().mark()).isEqualTo(Mark.DROPPED);
        assertThat(assessment.outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void whatTheWordForAllProofsStandsForDoesNotBindEither() {
        papers.remove(CONTRACT);
        OpenPoint proof =
                assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE).points().getFirst();
        papers.add(CONTRACT);

        Assessment assessment = assess(HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE.unconfirmed(proof));

        assertThat(notBinding(assessment)).containsExactly("employment:labour-contract:30010002");
        assertThat(assessment.outcome()).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void aWorseStateIsNotDroppedWithABetterOne() {
        household = "same-urban-area";

        Assessment assessment =
                assess(YEAR, Marks.NONE.dropped(new OpenPoint(Point.of("household"), CriterionState.NOT_YET)));

        assertThat(points(assessment)).isEqualTo(Map.of("household", CriterionState.FAILED));
    }

    @Test
    void whatWasDroppedNeedNotBeWaitedFor() {
        residence = new Residence(LocalDate.of(2017, 3, 1), false);

        Assessment assessment = assess(
                HALF_A_YEAR, Marks.NONE.dropped(new OpenPoint(Point.of("contributions"), CriterionState.NOT_YET)));

        assertThat(assessment.readyOn()).isEqualTo(LocalDate.of(2017, 9, 2));
        assertThat(points(assessment)).isEqualTo(Map.of("residence", CriterionState.NOT_YET));
    }

    @Test
    void anotherPaperIsStillNamedAlone() {
        papers.set(0, new Paper("labour-contract", "30019999", LocalDate.of(2015, 4, 5), LocalDate.of(2016, 4, 30)));

        Assessment assessment = assess(
                HALF_A_YEAR, HALF_A_YEAR_BEFORE, Marks.NONE.dropped(missing("employment:labour-contract:30010002")));

        CriterionResult employment = assessment.criterion("employment").orElseThrow();
        assertThat(employment.state()).isEqualTo(CriterionState.MISSING);
        assertThat(employment.missing()).containsExactly(new NamedPaper("labour-contract", "30010001"));
        assertThat(employment.reasons())
                .extracting(reason -> reason.remedy().en())
                .containsExactly("Bring labour contract (30010001).");
    }

    @Test
    void isMadeAgainFromWhatAnExportHolds() {
        papers.set(0, CONTRACT.in(PaperState.DOUBTED));
        papers.set(2, OLD_LEASE);
        AssessedFacts facts = assessed(
                Marks.NONE.unconfirmed(missing("address-paper:lease")).underReview("contributions", Mark.CONTESTED));

        AssessedFacts again = JSON.readValue(JSON.writeValueAsString(facts), AssessedFacts.class);

        assertThat(again).isEqualTo(facts);
        assertThat(digest(again)).isEqualTo(digest(facts)).isNotEqualTo(digest(facts.with(Marks.NONE)));
    }

    @Test
    void isWrittenAsBeforeWhereNobodySetAnything() {
        AssessedFacts facts = assessed(Marks.NONE);

        assertThat(JSON.writeValueAsString(facts))
                .doesNotContain("marks")
                .doesNotContain("form")
                .doesNotContain("state");
        assertThat(assess(YEAR, Marks.NONE).canonical().json())
                .doesNotContain("\"form\"")
                .contains("\"says\":{},\"unit\":");
    }

    private static OpenPoint missing(String point) {
        return new OpenPoint(Point.of(point), CriterionState.MISSING);
    }

    private static String digest(AssessedFacts facts) {
        return new Assessor()
                .assess(STANDARD, "employment", facts.under(STANDARD, null))
                .canonical()
                .digest();
    }

    private Assessment assess(String paid, Marks marks) {
        return assess(paid, null, marks);
    }

    /** Paid by one employer, and by another before; April is declared. */
    private Assessment assess(String paid, @Nullable String paidByAnother, Marks marks) {
        String rows = row(paid, "30010001", "1")
                + row("2017-04", "30010001", "0")
                + (paidByAnother == null ? "" : row(paidByAnother, "30010002", "1"));
        DocumentNode record = DocumentNode.read("record", "records:\n" + rows);
        return new Assessor()
                .assess(
                        STANDARD,
                        "employment",
                        assessed(marks).under(STANDARD, SuiteFacts.record(record, APPLIED_ON, STANDARD, "employment")));
    }

    private AssessedFacts assessed(Marks marks) {
        return new AssessedFacts(
                APPLIED_ON,
                Identity.of(IdentityNumber.of("339999199001010013")),
                residence,
                Map.of("household", household),
                papers,
                marks);
    }

    private static String row(String months, String unit, String posted) {
        return "- {months: \"%s\", kind: \"11\", unit: \"%s\", area: \"330104\", type: \"10\", posted: \"%s\"}\n"
                .formatted(months, unit, posted);
    }

    private static CriterionState state(Assessment assessment, String criterion) {
        return assessment.criterion(criterion).orElseThrow().state();
    }

    private static Map<String, CriterionState> points(Assessment assessment) {
        return assessment.points().stream()
                .collect(Collectors.toMap(point -> point.point().toString(), OpenPoint::state));
    }

    private static List<String> notBinding(Assessment assessment) {
        return assessment.points().stream()
                .filter(point -> !point.binding())
                .map(point -> point.point().toString())
                .toList();
    }
}
