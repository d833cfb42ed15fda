package io.tongban.permit.casefile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.PaperKind.Form;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.visibility.SeenFacts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk may demand, tried in its order. */
class DemandsTests {

    private static final LocalDate DAY = SomeCase.DAY;
    private static final ContributionRecord YEAR = SomeCase.record(DAY, "2016-04..2017-03", "2017-04+30010002?");

    private final Map<UUID, Paper> papers = new HashMap<>();

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "employment, labour-contract:30010001, EnterDefect",
        "employment, labour-contract:30010002, EnterDefect",
        "employment, labour-contract:39999999, OutsideStandard",
        "employment, labour-contract, EnterDefect",
        "employment, farm-contract, EnterDefect",
        "employment, employment-paper, EnterDefect",
        "employment, title, OutsideStandard",
        "photo, photo, EnterDefect",
        "photo, farm-contract, EnterDefect",
        "address-paper, lease, OutsideStandard",
        "contributions, contribution-printout, OutsideStandard",
        "dwelling, title, OutsideStandard",
        "identity, identity-document, AlreadyMet"
    })
    void nothingIsDemandedThatNoCriterionOfTheRouteAsksFor(String criterion, String paper, String answer) {
        assertThat(demand(SomeCase.R1, YEAR, Optional.empty(), criterion, paper))
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "labour-contract:30010003, EnterDefect",
        "labour-contract:30010001, OutsideStandard",
        "labour-contract, EnterDefect"
    })
    void withoutARunTheLatestContractCounts(String paper, String answer) {
        shown(new Paper("labour-contract", "30010003", LocalDate.of(2016, 1, 1), DAY.minusDays(1)));
        shown(new Paper("labour-contract", "30010001", LocalDate.of(2014, 1, 1), null).in(PaperState.DOUBTED));

        assertThat(demand(SomeCase.R1, ContributionRecord.unavailable(DAY), Optional.empty(), "employment", paper))
                .isEqualTo(answer);
    }

    /** April is declared by an employer, and no month has posted. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"labour-contract:30010003, EnterDefect", "labour-contract:30010002, OutsideStandard"})
    void pendingMonthsAloneAreNoRun(String paper, String answer) {
        shown(new Paper("labour-contract", "30010003", LocalDate.of(2016, 1, 1), DAY.minusDays(1)));

        assertThat(demand(
                        SomeCase.R1, SomeCase.record(DAY, "2017-04+30010002?"), Optional.empty(), "employment", paper))
                .isEqualTo(answer);
    }

    @Test
    void noContractIsDemandedOfWhoeverHasNoEmployer() {
        ContributionRecord flexible = SomeCase.record(DAY, "2016-04..2017-04+30018841+FLEXIBLE");

        assertThat(demand(SomeCase.R1, flexible, Optional.empty(), "employment", "labour-contract"))
                .isEqualTo("OutsideStandard");
        assertThat(demand(SomeCase.R1, flexible, Optional.empty(), "employment", "farm-contract"))
                .isEqualTo("EnterDefect");
    }

    @ParameterizedTest(name = "until {0}, {1}, {2}: {3}")
    @CsvSource(nullValues = "?", textBlock = """
        ?,          HOLDS,     ORIGINAL_SEEN, PaperHolds
        2017-05-08, HOLDS,     ORIGINAL_SEEN, PaperHolds
        2017-05-07, HOLDS,     ORIGINAL_SEEN, EnterDefect
        ?,          HOLDS,     ?,             PaperHolds
        ?,          HOLDS,     COPY,          EnterDefect
        ?,          DEFECTIVE, ORIGINAL_SEEN, EnterDefect
        ?,          FALSE,     ORIGINAL_SEEN, EnterDefect
        ?,          DOUBTED,   ORIGINAL_SEEN, EnterDefect
        """)
    void whatHoldsIsNotDemandedAgain(@Nullable LocalDate until, PaperState state, @Nullable Form form, String answer) {
        // Another contract is missing, so that the criterion is not met.
        ContributionRecord two = SomeCase.record(DAY, "2016-04..2016-09+30010002", "2016-10..2017-04");
        shown(new Paper("labour-contract", "30010001", null, LocalDate.of(2016, 10, 1), until, Map.of(), form, state));

        assertThat(demand(SomeCase.R1, two, Optional.empty(), "employment", "labour-contract:30010001"))
                .isEqualTo(answer);
    }

    @Test
    void thePaperOfAnotherUnitIsAnotherPaper() {
        ContributionRecord two = SomeCase.record(DAY, "2016-04..2016-09+30010002", "2016-10..2017-04");
        shown(SomeCase.CONTRACT);

        assertThat(demand(SomeCase.R1, two, Optional.empty(), "employment", "labour-contract:30010002"))
                .isEqualTo("EnterDefect");
        assertThat(demand(SomeCase.R1, two, Optional.empty(), "employment", "labour-contract"))
                .isEqualTo("PaperHolds");
    }

    @Test
    void nothingIsDemandedForACriterionThatIsMet() {
        shown(SomeCase.CONTRACT);

        assertThat(demand(SomeCase.R1, YEAR, Optional.empty(), "employment", "farm-contract"))
                .isEqualTo("AlreadyMet");
    }

    /** The notice of a look at someone who brought nothing, or only the contract with the one of two employers. */
    @ParameterizedTest(name = "one contract: {0}, {1}: {2}")
    @CsvSource({
        "false, labour-contract:30010001, InNotice",
        "false, labour-contract, InNotice",
        "false, farm-contract, InNotice",
        "false, employment-paper, InNotice",
        "true, labour-contract:30010002, InNotice",
        "true, farm-contract, EnterDefect",
        "true, employment-paper, EnterDefect"
    })
    void whatTheLatestNoticeNamesMayBeDemanded(boolean oneContract, String paper, String answer) {
        ContributionRecord two = SomeCase.record(DAY, "2016-04..2016-09+30010002", "2016-10..2017-04");
        if (oneContract) {
            shown(SomeCase.CONTRACT);
        }
        Assessment assessment = assess(SomeCase.R1, two);
        GivenNotice notice = new GivenNotice("N-2017-00000001", 2, DAY, null, assessment.points(), null, List.of());

        assertThat(demand(SomeCase.R1, two, Optional.of(notice), "employment", paper))
                .isEqualTo(answer);
    }

    /** Of the last twelve counted months all are of one employer; there was another before, and there is a third now. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "labour-contract:30010001, InNotice",
        "labour-contract:30010002, EnterDefect",
        "labour-contract:30010003, EnterDefect",
        "labour-contract, InNotice"
    })
    void oneOfTheProofsNamesTheContractsWithTheEmployersOfTheCountedMonths(String paper, String answer) {
        ContributionRecord three =
                SomeCase.record(DAY, "2015-04..2016-03+30010002", "2016-04..2017-03", "2017-04+30010003?");
        GivenNotice notice = new GivenNotice(
                "N-2017-00000001", 2, DAY, null, assess(SomeCase.R1, three).points(), null, List.of());

        assertThat(demand(SomeCase.R1, three, Optional.of(notice), "employment", paper))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ELIGIBLE, false, true",
        "PROVISIONAL, false, true",
        "REVIEW, false, true",
        "ELIGIBLE, true, false",
        "INCOMPLETE, false, false",
        "NOT_YET, false, false",
        "INELIGIBLE, false, false"
    })
    void aRefusedDemandIsABreachIfItKeptTheCaseFromBeingReceived(Outcome outcome, boolean received, boolean breach) {
        assertThat(Demands.isBreach(outcome, received)).isEqualTo(breach);
    }

    private void shown(Paper paper) {
        papers.put(UUID.nameUUIDFromBytes(new byte[] {(byte) papers.size()}), paper);
    }

    private Assessment assess(Standard standard, ContributionRecord record) {
        SeenFacts facts = SomeCase.facts();
        for (Map.Entry<UUID, Paper> paper : papers.entrySet()) {
            facts = facts.shown(1, paper.getKey(), paper.getValue());
        }
        return SomeCase.assess(facts, SomeCase.basis(standard, DAY, record));
    }

    private String demand(
            Standard standard,
            ContributionRecord record,
            Optional<GivenNotice> latest,
            String criterion,
            String paper) {
        return new Demands(
                        standard,
                        standard.route("employment").orElseThrow(),
                        assess(standard, record),
                        papers,
                        latest,
                        DAY)
                .answer(criterion, NamedPaper.of(paper))
                .getClass()
                .getSimpleName();
    }
}
