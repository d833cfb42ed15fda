package io.tongban.engine.comparison.person;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.ContributionQuestion;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.ContributionRecord;
import io.tongban.engine.contributions.ContributionRow;
import io.tongban.engine.contributions.Coverage;
import io.tongban.engine.contributions.CoverageState;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Standard;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A concrete person of the domain: everything that an assessment depends on beside the standard.
 *
 * @param recordAsOf the day on which the contribution record was read
 * @param idNumber an identity number that nobody has; it says birth date and sex
 * @param answers the answers to the questions of the standard; none for those left open
 */
public record Person(
        LocalDate appliedOn,
        LocalDate recordAsOf,
        String idNumber,
        Residence residence,
        Map<String, String> answers,
        List<Paper> papers,
        List<ContributionRow> rows,
        Silence silence) {

    public Person {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers)); // keeps their order
        papers = List.copyOf(papers);
        rows = List.copyOf(rows);
    }

    /**
     * Which sources did not answer.
     *
     * @param everywhere none answered
     */
    public record Silence(boolean everywhere, List<String> areas) {

        public static final Silence NONE = new Silence(false, List.of());

        public Silence {
            areas = List.copyOf(areas);
        }
    }

    /**
     * The facts as a case under this standard has them: the sources are asked what it counts, and what it does not know of is
     * neither asked nor brought.
     */
    public Facts facts(Standard standard, String route) {
        Map<String, String> answered = new LinkedHashMap<>();
        answers.forEach((id, answer) -> standard.questions()
                .find(id)
                .filter(question -> question.accepts(answer))
                .ifPresent(question -> answered.put(id, answer)));
        return new Facts(
                appliedOn,
                Identity.of(IdentityNumber.of(idNumber)),
                residence,
                answered,
                papers.stream()
                        .filter(paper -> standard.paperKinds().contains(paper.kind()))
                        .map(paper -> known(paper, standard.words().paper(paper.kind())))
                        .toList(),
                new Assessor()
                        .question(standard, route, recordAsOf, recordAsOf)
                        .map(this::record)
                        .orElse(null));
    }

    private static Paper known(Paper paper, PaperKind kind) {
        Map<String, String> says = new LinkedHashMap<>();
        paper.says().forEach((name, value) -> {
            if (kind.canSay(name, value)) {
                says.put(name, value);
            }
        });
        return new Paper(paper.kind(), paper.unit(), paper.from(), paper.until(), says);
    }

    private ContributionRecord record(ContributionQuestion question) {
        if (silence.everywhere()) {
            return ContributionRecord.unavailable(recordAsOf);
        }
        List<Coverage> coverage = new ArrayList<>();
        for (String area : question.areas()) {
            CoverageState state = silence.areas().contains(area) ? CoverageState.SILENT : CoverageState.ANSWERED;
            question.kinds().forEach(kind -> coverage.add(new Coverage(area, kind, state)));
        }
        return new ContributionRecord(recordAsOf, coverage, rows, 0);
    }

    public Person with(Residence other) {
        return new Person(appliedOn, recordAsOf, idNumber, other, answers, papers, rows, silence);
    }

    public Person with(Silence other) {
        return new Person(appliedOn, recordAsOf, idNumber, residence, answers, papers, rows, other);
    }

    public Person withRecordAsOf(LocalDate other) {
        return new Person(appliedOn, other, idNumber, residence, answers, papers, rows, silence);
    }

    public Person withAnswers(Map<String, String> other) {
        return new Person(appliedOn, recordAsOf, idNumber, residence, other, papers, rows, silence);
    }

    public Person withPapers(List<Paper> other) {
        return new Person(appliedOn, recordAsOf, idNumber, residence, answers, other, rows, silence);
    }

    public Person withRows(List<ContributionRow> other) {
        return new Person(appliedOn, recordAsOf, idNumber, residence, answers, papers, other, silence);
    }
}
