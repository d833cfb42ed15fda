package io.tongban.permit.casefile.look;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.ContributionQuestion;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.RankedRoutes;
import io.tongban.engine.canonical.CanonicalWriter.Written;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Examination.Found;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import io.tongban.permit.casefile.look.RankedLooks.RankedLook;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ContributionsUnavailable;
import io.tongban.permit.contributions.RecordSource;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads the source once and has every criterion assessed under each standard that may apply. */
@Component
public class Examiner {

    private final RecordSource contributions;
    private final Assessor assessor;
    private final BusinessClock clock;

    Examiner(RecordSource contributions, Assessor assessor, BusinessClock clock) {
        this.contributions = contributions;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** One that takes the record from elsewhere. */
    public Examiner reading(RecordSource other) {
        return new Examiner(other, assessor, clock);
    }

    /**
     * Looks at everything as of now.
     *
     * @throws IllegalStateException if a transaction is open: a slow source must never hold a row
     */
    public Examination examine(
            ApplicableStandards standards, String route, CaseFacts facts, LocalDate appliedOn, RequestedBy asking) {
        List<ContributionQuestion> questions = standards.all().stream()
                .map(standard -> assessor.question(standard, route, appliedOn, clock.today()))
                .flatMap(Optional::stream)
                .toList();
        Reading reading = read(standards.purpose(), questions, facts, appliedOn, asking);
        Standard newer = standards.newer();
        return Examination.of(
                facts,
                reading.evidence(),
                found(standards.pinned(), route, facts, appliedOn, reading),
                newer == null ? null : found(newer, route, facts, appliedOn, reading),
                standards.chosen());
    }

    private Found found(Standard standard, String route, CaseFacts facts, LocalDate appliedOn, Reading reading) {
        Assessment assessment =
                assessor.assess(standard, route, facts.assessed(appliedOn).under(standard, reading.record()));
        return new Found(assessment, look(assessment, reading.evidence()));
    }

    /** Looks at every route of a standard as of now, with the sources asked once for what all of them need. */
    public RankedLooks examineAll(Standard standard, CaseFacts facts, LocalDate appliedOn, RequestedBy asking) {
        List<ContributionQuestion> questions = assessor.question(standard, null, appliedOn, clock.today()).stream()
                .toList();
        Reading reading = read(ApplicableStandards.only(standard).purpose(), questions, facts, appliedOn, asking);
        RankedRoutes ranked =
                assessor.assessAll(standard, facts.assessed(appliedOn).under(standard, reading.record()));
        return new RankedLooks(ranked.routes().stream()
                .map(route -> new RankedLook(
                        route.assessment().route(),
                        route.rank(),
                        route.papersToBring(),
                        look(route.assessment(), reading.evidence())))
                .toList());
    }

    /** Nobody is asked about a number that is no citizen's; it is corrected at the window, or looked at by a person, first. */
    private Reading read(
            String purpose,
            List<ContributionQuestion> questions,
            CaseFacts facts,
            LocalDate appliedOn,
            RequestedBy asking) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the source is read before the transaction opens");
        }
        if (questions.isEmpty() || !Identity.of(facts.identity()).isValidOn(appliedOn)) {
            return new Reading(null, null);
        }
        ContributionQuestion question =
                questions.stream().reduce(ContributionQuestion::and).orElseThrow();
        try {
            SourcedRecord read = contributions.read(new ContributionQuery(
                    new ContributionQuery.Identity(facts.identity().canonical(), facts.name()),
                    question.areas(),
                    question.kinds(),
                    question.from(),
                    purpose,
                    asking.caseRef(),
                    asking.actor()));
            return new Reading(
                    read.record(), new Evidence(read.evidenceId(), read.record().asOf(), read.jws()));
        } catch (ContributionsUnavailable silent) {
            return silence();
        }
    }

    /** What was not answered stays silent: never a reason against the applicant. */
    private Reading silence() {
        return new Reading(ContributionRecord.unavailable(clock.today()), null);
    }

    private static Look look(Assessment assessment, @Nullable Evidence evidence) {
        List<OpenPoint> open = assessment.criteria().stream()
                .filter(result -> !result.state().isSettled())
                .map(result -> new OpenPoint(result.id(), result.state(), result.missing()))
                .toList();
        Written canonical = assessment.canonical();
        return new Look(
                assessment.standard(),
                assessment.appliedOn(),
                assessment.asOf(),
                evidence == null || assessment.asOf() == null ? null : evidence.id(),
                assessment.waitsForSource(),
                assessment.outcome(),
                open,
                assessment.readyOn(),
                canonical.digest(),
                canonical.json());
    }

    /**
     * What came of asking the source.
     *
     * @param record null when nothing had to be asked, or nobody could be
     * @param evidence null when nothing was asked or nothing was answered
     */
    private record Reading(
            @Nullable ContributionRecord record, @Nullable Evidence evidence) {}
}
