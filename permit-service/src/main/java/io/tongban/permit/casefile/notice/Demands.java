package io.tongban.permit.casefile.notice;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionRun;
import io.tongban.engine.contributions.ContributionUnit;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.form.PlainName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a clerk may demand of an applicant after a look. */
public final class Demands {

    /** The latest of several contracts begins last; of those that begin together it ends last. */
    private static final Comparator<Paper> LATEST = Comparator.comparing(
                    (Paper paper) -> Optional.ofNullable(paper.from()).orElse(LocalDate.MIN))
            .thenComparing(paper -> Optional.ofNullable(paper.until()).orElse(LocalDate.MAX));

    private final Standard standard;
    private final Route route;
    private final Assessment assessment;
    private final Map<UUID, Paper> papers;
    private final Optional<GivenNotice> latest;
    private final LocalDate today;

    /**
     * After one look.
     *
     * @param assessment the look's, under the standard
     * @param papers all that were shown, by their ids, as they are known now
     * @param latest the latest notice of the chain, that of the look included
     */
    public Demands(
            Standard standard,
            Route route,
            Assessment assessment,
            Map<UUID, Paper> papers,
            Optional<GivenNotice> latest,
            LocalDate today) {
        this.standard = standard;
        this.route = route;
        this.assessment = assessment;
        this.papers = papers;
        this.latest = latest;
        this.today = today;
    }

    /**
     * The answer to the demand of a paper for a criterion. A paper that the named criterion does not ask for and another one does is
     * taken as one of that other.
     */
    public DemandAnswer answer(String criterion, NamedPaper demanded) {
        List<Criterion> asking = route.criteria().stream()
                .filter(candidate -> isAskedFor(candidate, demanded))
                .sorted(Comparator.comparing(candidate -> !candidate.id().equals(criterion)))
                .toList();
        if (asking.isEmpty()) {
            return new DemandAnswer.OutsideStandard();
        }
        Criterion meant = asking.getFirst();
        Optional<UUID> held = held(demanded);
        if (held.isPresent()) {
            return new DemandAnswer.PaperHolds(held.get());
        }
        if (isMet(meant)) {
            return new DemandAnswer.AlreadyMet(meant.id());
        }
        return latest.filter(notice -> notice.points().stream().anyMatch(point -> names(point, meant, demanded)))
                .<DemandAnswer>map(DemandAnswer.InNotice::new)
                .orElseGet(DemandAnswer.EnterDefect::new);
    }

    /**
     * Whether it is a breach ({@code OUTSIDE_STANDARD}) that a demand was refused in a visit.
     *
     * @param outcome of the visit's look
     * @param received whether the case was received in the visit
     */
    public static boolean isBreach(Outcome outcome, boolean received) {
        return switch (outcome) {
            case ELIGIBLE, PROVISIONAL, REVIEW -> !received;
            case INCOMPLETE, NOT_YET, INELIGIBLE -> false;
        };
    }

    private boolean isAskedFor(Criterion criterion, NamedPaper demanded) {
        String kind = demanded.kind();
        boolean known =
                criterion.paperKinds().contains(kind) || criterion.namedPapers().contains(kind);
        return criterion.asked() && known && (!isContract(criterion, demanded) || isContractAsked(demanded));
    }

    /** A contract is asked only of an employer in the current run, pending months included; without one, of the unit of the latest. */
    private boolean isContractAsked(NamedPaper demanded) {
        ContributionRun run = assessment.run();
        return (run != null && run.isCurrent())
                ? employersIn(run).stream().anyMatch(employer -> isWith(employer, demanded))
                : isOfLatestContract(demanded);
    }

    private List<ContributionUnit> employersIn(ContributionRun run) {
        Set<YearMonth> months = new HashSet<>(run.countedMonths());
        months.addAll(run.pending());
        return assessment.months().stream()
                .filter(month -> months.contains(month.month()))
                .map(ContributionMonth::units)
                .flatMap(List::stream)
                .filter(unit -> unit.kind() == UnitKind.EMPLOYER)
                .toList();
    }

    /** By its name where the source gives no code. */
    private static boolean isWith(ContributionUnit employer, NamedPaper demanded) {
        String unit = demanded.unit();
        return unit == null
                || employer.isOfCode(unit)
                || (employer.code().isEmpty()
                        && employer.name().equals(PlainName.of(unit).text()));
    }

    /** Of no unit's in particular one may be asked for even where there is none. */
    private boolean isOfLatestContract(NamedPaper demanded) {
        return demanded.unit() == null
                || papers.values().stream()
                        .filter(paper -> paper.kind().equals(demanded.kind()) && paper.isBroughtUnder(standard))
                        .max(LATEST)
                        .filter(contract -> contract.named().isSameAs(demanded))
                        .isPresent();
    }

    private Optional<UUID> held(NamedPaper demanded) {
        return papers.entrySet().stream()
                .filter(shown -> holds(shown.getValue(), demanded))
                .min(Map.Entry.comparingByValue(Paper.ORDER))
                .map(Map.Entry::getKey);
    }

    /** Through its last day, at every window. */
    private boolean holds(Paper paper, NamedPaper demanded) {
        return paper.kind().equals(demanded.kind())
                && (demanded.unit() == null || paper.named().isSameAs(demanded))
                && paper.state() == null
                && paper.isBroughtUnder(standard)
                && (paper.until() == null || !paper.until().isBefore(today));
    }

    private boolean isMet(Criterion criterion) {
        return assessment
                .criterion(criterion.id())
                .map(CriterionResult::state)
                .filter(CriterionState::isSettled)
                .isPresent();
    }

    /**
     * By itself, by a word that means papers of its kind too, or by that of any unit where none is demanded. Of the contracts of single
     * units a word names those of the employers that it stands for.
     */
    private static boolean names(OpenPoint told, Criterion criterion, NamedPaper demanded) {
        NamedPaper paper = told.point().paper();
        if (paper == null || !told.point().criterion().equals(criterion.id())) {
            return false;
        }
        boolean isOfAnyUnit = demanded.unit() == null || (paper.unit() == null && !isContract(criterion, demanded));
        return (isOfAnyUnit && criterion.kindsMeantBy(paper.kind()).contains(demanded.kind()))
                || told.names(new Point(criterion.id(), demanded));
    }

    private static boolean isContract(Criterion criterion, NamedPaper demanded) {
        return criterion.contracts().filter(demanded.kind()::equals).isPresent();
    }
}
