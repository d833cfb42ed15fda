package io.tongban.permit.casefile.check;

import io.tongban.permit.assessment.Assessment;
import io.tongban.permit.assessment.Assessor;
import io.tongban.permit.assessment.ContributionQuestion;
import io.tongban.permit.assessment.CriterionResult;
import io.tongban.permit.assessment.Facts;
import io.tongban.permit.assessment.Reason;
import io.tongban.permit.casefile.check.Check.OpenPoint;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ContributionRecord;
import io.tongban.permit.contributions.ContributionRecords;
import io.tongban.permit.contributions.ContributionsUnavailable;
import io.tongban.permit.contributions.SourcedRecord;
import io.tongban.permit.standard.CriterionState;
import io.tongban.permit.standard.Standard;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads the source and has every criterion of a route assessed. */
@Component
public class Examiner {

    private static final Set<String> WAITING_FOR_THE_SOURCE = Set.of("SOURCE_UNAVAILABLE", "STALE");

    private final ContributionRecords contributions;
    private final Assessor assessor;
    private final BusinessClock clock;

    Examiner(ContributionRecords contributions, Assessor assessor, BusinessClock clock) {
        this.contributions = contributions;
        this.assessor = assessor;
        this.clock = clock;
    }

    /**
     * Looks at everything as of now.
     *
     * @throws IllegalStateException if a transaction is open: a slow source must never hold a row
     */
    public Check examine(Standard standard, String route, CaseFacts facts, LocalDate appliedOn, Asking asking) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the source is read before the transaction opens");
        }
        Optional<SourcedRecord> read = read(standard, route, facts, appliedOn, asking);
        // What was not answered stays silent: never a reason against the applicant.
        ContributionRecord record =
                read.map(SourcedRecord::record).orElseGet(() -> ContributionRecord.unavailable(clock.today()));
        Assessment assessment = assessor.assess(
                standard,
                route,
                new Facts(appliedOn, facts.identity().identity(), facts.residence(), Map.of(), facts.papers(), record));
        return check(assessment, read.map(SourcedRecord::evidenceId).orElse(null));
    }

    /** Nobody is asked about a number that cannot exist; it is corrected at the window first. */
    private Optional<SourcedRecord> read(
            Standard standard, String route, CaseFacts facts, LocalDate appliedOn, Asking asking) {
        if (!facts.identity().isValid()) {
            return Optional.empty();
        }
        return assessor.question(standard, route, appliedOn, clock.today())
                .flatMap(question -> read(question, standard, facts, asking));
    }

    private Optional<SourcedRecord> read(
            ContributionQuestion question, Standard standard, CaseFacts facts, Asking asking) {
        try {
            return Optional.of(contributions.read(new ContributionQuery(
                    new ContributionQuery.Identity(facts.identity().canonical(), facts.name()),
                    question.areas(),
                    question.kinds(),
                    question.from(),
                    standard.item() + "/" + standard.version(),
                    asking.caseRef(),
                    asking.actor())));
        } catch (ContributionsUnavailable silent) {
            return Optional.empty();
        }
    }

    private static Check check(Assessment assessment, @Nullable UUID evidenceId) {
        List<OpenPoint> open = assessment.criteria().stream()
                .filter(result -> result.state() != CriterionState.MET && result.state() != CriterionState.WAIVED)
                .map(result -> new OpenPoint(result.id(), result.state(), result.missing()))
                .toList();
        return new Check(
                assessment.appliedOn(),
                assessment.asOf(),
                evidenceId,
                assessment.criteria().stream().anyMatch(Examiner::waitsForTheSource),
                assessment.outcome(),
                open,
                assessment.readyOn(),
                assessment.digest(),
                assessment.canonicalJson());
    }

    private static boolean waitsForTheSource(CriterionResult result) {
        return result.reasons().stream().map(Reason::code).anyMatch(WAITING_FOR_THE_SOURCE::contains);
    }
}
