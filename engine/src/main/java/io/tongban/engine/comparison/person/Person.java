package io.tongban.engine.comparison.person;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.ContributionQuestion;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Standard;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * Which sources did not answer, or do not know the person.
     *
     * @param areas where {@code extent} is of areas; else none
     */
    public record Silence(Extent extent, List<String> areas) {

        public static final Silence NONE = new Silence(Extent.NOWHERE, List.of());
        static final Silence EVERYWHERE = new Silence(Extent.EVERYWHERE, List.of());
        static final Silence UNKNOWN = new Silence(Extent.PERSON_UNKNOWN, List.of());

        /** How far it goes. */
        public enum Extent {
            NOWHERE,
            OF_AREAS,
            /** Of the record's month alone. */
            OF_AREAS_THIS_MONTH,
            EVERYWHERE,
            /** No source is silent, but each says that it has no such person. */
            PERSON_UNKNOWN
        }

        public Silence {
            areas = List.copyOf(areas);
        }

        static Silence in(String area) {
            return new Silence(Extent.OF_AREAS, List.of(area));
        }

        static Silence thisMonthIn(String area) {
            return new Silence(Extent.OF_AREAS_THIS_MONTH, List.of(area));
        }

        private List<Coverage> coverage(String area, String kind, YearMonth thisMonth) {
            Coverage answered = Coverage.ofAllMonths(area, kind, CoverageState.ANSWERED);
            return switch (extent) {
                case NOWHERE -> List.of(answered);
                case OF_AREAS ->
                    List.of(areas.contains(area) ? Coverage.ofAllMonths(area, kind, CoverageState.SILENT) : answered);
                case OF_AREAS_THIS_MONTH ->
                    areas.contains(area)
                            ? List.of(answered, new Coverage(area, kind, thisMonth, thisMonth, CoverageState.SILENT))
                            : List.of(answered);
                case EVERYWHERE -> List.of();
                case PERSON_UNKNOWN -> List.of(Coverage.ofAllMonths(area, kind, CoverageState.PERSON_UNKNOWN));
            };
        }
    }

    /**
     * The facts as a case under this standard has them: the sources are asked what it counts, unless the number is no citizen's,
     * and what the standard does not know of is neither asked nor brought.
     */
    public Facts facts(Standard standard, String route) {
        Map<String, String> answered = new LinkedHashMap<>();
        answers.forEach((id, answer) -> standard.questions()
                .find(id)
                .filter(question -> question.accepts(answer))
                .ifPresent(question -> answered.put(id, answer)));
        Identity identity = Identity.of(IdentityNumber.of(idNumber));
        return new Facts(
                appliedOn,
                identity,
                residence,
                answered,
                papers.stream()
                        .filter(paper -> standard.paperKinds().contains(paper.kind()))
                        .map(paper -> known(paper, standard.words().paper(paper.kind())))
                        .toList(),
                new Assessor()
                        .question(standard, route, recordAsOf, recordAsOf)
                        .filter(question -> identity.isValidOn(appliedOn))
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
        return new Paper(paper.kind(), paper.unit(), paper.unitName(), paper.from(), paper.until(), says);
    }

    private ContributionRecord record(ContributionQuestion question) {
        Set<String> areas = new LinkedHashSet<>(question.areas());
        rows.forEach(row -> areas.add(row.area()));
        List<Coverage> coverage = new ArrayList<>();
        for (String area : areas) {
            for (String kind : question.kinds()) {
                coverage.addAll(silence.coverage(area, kind, YearMonth.from(recordAsOf)));
            }
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
