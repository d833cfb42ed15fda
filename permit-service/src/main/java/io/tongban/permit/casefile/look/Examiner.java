package io.tongban.permit.casefile.look;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.ContributionQuestion;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.RankedRoutes;
import io.tongban.engine.assessment.RankedRoutes.RankedRoute;
import io.tongban.engine.canonical.CanonicalWriter.Written;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Examination.Found;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import io.tongban.permit.casefile.look.RankedLooks.RankedLook;
import io.tongban.permit.casefile.look.Sight.Seen;
import io.tongban.permit.contributions.ContributionQuery;
import io.tongban.permit.contributions.ContributionsUnavailable;
import io.tongban.permit.contributions.ReadRecord;
import io.tongban.permit.contributions.RecordSource;
import io.tongban.platform.clock.BusinessClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads the sources and has every criterion assessed under each standard that may apply. */
@Component
public class Examiner {

    private static final Duration SECOND_QUESTION_WITHIN = Duration.ofSeconds(3);

    private final RecordSource contributions;
    private final Assessor assessor;
    private final StoredLooks looks;
    private final BusinessClock clock;
    private final Duration secondWithin;

    @Autowired
    Examiner(RecordSource contributions, Assessor assessor, StoredLooks looks, BusinessClock clock) {
        this(contributions, assessor, looks, clock, SECOND_QUESTION_WITHIN);
    }

    private Examiner(
            RecordSource contributions,
            Assessor assessor,
            StoredLooks looks,
            BusinessClock clock,
            Duration secondWithin) {
        this.contributions = contributions;
        this.assessor = assessor;
        this.looks = looks;
        this.clock = clock;
        this.secondWithin = secondWithin;
    }

    /** One that takes the record from elsewhere. */
    public Examiner reading(RecordSource other) {
        return new Examiner(other, assessor, looks, clock, secondWithin);
    }

    /** One for looks that nobody waits for: the second question is asked however long the first took. */
    public Examiner patient() {
        return new Examiner(contributions, assessor, looks, clock, ChronoUnit.FOREVER.getDuration());
    }

    /** One that takes the record of the latest look at the case, where it is of today and answers the question. */
    public Examiner againToday(UUID caseId, Look latest) {
        return reading(new RecordOfTheCase(looks, caseId, latest, clock.today(), contributions));
    }

    /**
     * Looks at everything as of now.
     *
     * @throws IllegalStateException if a transaction is open: a slow source must never hold a row
     */
    public Examination examine(
            ApplicableStandards standards,
            String route,
            CaseFacts facts,
            LocalDate appliedOn,
            RequestedBy asking,
            Sight sight) {
        Subject subject = new Subject(standards, route, facts, appliedOn, asking);
        Questions questions = questions(subject);
        Reading first = first(subject, questions);
        List<Assessment> assessed = assess(subject, route, first);
        boolean enough = isEnough(subject, questions, first, assessed);
        Reading reading = enough ? first : second(subject, questions);
        List<Found> looks = (enough ? assessed : assess(subject, route, reading))
                .stream()
                        .map(one -> new Found(one, look(one, reading, seen(standards, route, one, sight))))
                        .toList();
        return Examination.of(
                facts,
                reading.evidence(),
                looks.getFirst(),
                standards.newer() == null ? null : looks.getLast(),
                standards.chosen());
    }

    /**
     * Looks at every route of a standard as of now. Each route goes by the record that it would go by alone, so that it comes to the same
     * digest whether one route was asked about or all of them.
     */
    public RankedLooks examineAll(Standard standard, CaseFacts facts, LocalDate appliedOn, RequestedBy asking) {
        Subject subject = new Subject(ApplicableStandards.only(standard), null, facts, appliedOn, asking);
        Questions questions = questions(subject);
        Reading reading = first(subject, questions);
        Map<String, Assessment> found = new LinkedHashMap<>();
        Map<String, Reading> readings = new HashMap<>();
        RankedRoutes ranked = assessor.assessAll(standard, subject.under(standard, reading));
        ranked.routes().forEach(route -> take(route.assessment(), reading, found, readings));
        Set<String> open = found.values().stream()
                .filter(assessment -> !isEnough(subject, questions, reading, List.of(assessment)))
                .map(Assessment::route)
                .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            Reading ofAllKinds = second(subject, questions);
            assessor.assessAll(standard, subject.under(standard, ofAllKinds)).routes().stream()
                    .map(RankedRoute::assessment)
                    .filter(assessment -> open.contains(assessment.route()))
                    .forEach(assessment -> take(assessment, ofAllKinds, found, readings));
            ranked = RankedRoutes.of(standard.routes().stream()
                    .map(route -> Objects.requireNonNull(found.get(route.id())))
                    .toList());
        }
        return new RankedLooks(ranked.routes().stream()
                .map(route -> new RankedLook(
                        route.assessment().route(),
                        route.rank(),
                        route.papersToBring(),
                        look(
                                route.assessment(),
                                Objects.requireNonNull(
                                        readings.get(route.assessment().route())),
                                null)))
                .toList());
    }

    private static void take(
            Assessment assessment, Reading reading, Map<String, Assessment> found, Map<String, Reading> readings) {
        found.put(assessment.route(), assessment);
        readings.put(assessment.route(), reading);
    }

    private List<Assessment> assess(Subject subject, String route, Reading reading) {
        return subject.standards().all().stream()
                .map(standard -> assessor.assess(standard, route, subject.under(standard, reading)))
                .toList();
    }

    private Questions questions(Subject subject) {
        return new Questions(
                subject.question(assessor::questionOfCountedKinds, clock.today()),
                subject.question(assessor::question, clock.today()),
                System.nanoTime());
    }

    /**
     * Asks about the kinds of insurance that count: for most applicants a fifth of the pages. Where nobody answers, a record of all kinds
     * that is at hand says more than silence.
     */
    private Reading first(Subject subject, Questions questions) {
        Reading reading = read(subject, questions.counted());
        if (reading.evidence() != null || reading.record() == null || questions.whole() == null) {
            return reading;
        }
        return atHand(subject, questions.whole()).map(Reading::ofAllKinds).orElse(reading);
    }

    /** Begun later, it would be answered when the gateway has told the caller that nobody answers. */
    private Reading second(Subject subject, Questions questions) {
        if (questions.age().compareTo(secondWithin) <= 0) {
            return read(subject, questions.whole());
        }
        return Optional.ofNullable(questions.whole())
                .flatMap(whole -> atHand(subject, whole))
                .orElseGet(this::silence);
    }

    private Optional<Reading> atHand(Subject subject, ContributionQuestion question) {
        return contributions.kept(query(subject, question)).map(Reading::of);
    }

    /**
     * Whether the first reading says enough; every kind is read only where rows of the others could explain something. Should nobody
     * answer that second question, the look waits for its source: what counted rows alone leave open must refuse nobody.
     *
     * @param found under each standard of the subject, or under the one that it has
     */
    private boolean isEnough(Subject subject, Questions questions, Reading reading, List<Assessment> found) {
        if (reading.evidence() == null || reading.isOfAllKinds() || questions.isOne()) {
            return true;
        }
        List<Standard> standards = subject.standards().all();
        return IntStream.range(0, found.size())
                .allMatch(at -> assessor.suffice(
                        standards.get(at), subject.under(standards.get(at), reading), List.of(found.get(at))));
    }

    /** Nobody is asked about a number that is no citizen's; it is corrected at the window, or looked at by a person, first. */
    private Reading read(Subject subject, @Nullable ContributionQuestion question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the source is read before the transaction opens");
        }
        CaseFacts facts = subject.facts();
        if (question == null || !Identity.of(facts.identity()).isValidOn(subject.appliedOn())) {
            return new Reading(null, null, null, false);
        }
        try {
            return Reading.of(contributions.read(query(subject, question)));
        } catch (ContributionsUnavailable silent) {
            return silence();
        }
    }

    private static ContributionQuery query(Subject subject, ContributionQuestion question) {
        CaseFacts facts = subject.facts();
        return new ContributionQuery(
                new ContributionQuery.Identity(facts.identity().canonical(), facts.name()),
                question.areas(),
                question.kinds(),
                question.from(),
                subject.standards().purpose(),
                subject.asking().caseRef(),
                subject.asking().actor());
    }

    /** What was not answered stays silent: never a reason against the applicant. */
    private Reading silence() {
        return new Reading(ContributionRecord.unavailable(clock.today()), null, null, false);
    }

    private static @Nullable Seen seen(
            ApplicableStandards standards, String route, Assessment assessment, Sight sight) {
        return standards.all().stream()
                .filter(standard -> standard.reference().equals(assessment.standard()))
                .findFirst()
                .flatMap(standard -> standard.route(route))
                .map(of -> sight.of(of, assessment))
                .orElse(null);
    }

    private static Look look(Assessment assessment, Reading reading, @Nullable Seen seen) {
        Evidence evidence = assessment.asOf() == null ? null : reading.evidence();
        List<OpenPoint> open = assessment.criteria().stream()
                .filter(result -> !result.state().isSettled())
                .map(result -> new OpenPoint(result.id(), result.state(), result.missing()))
                .toList();
        Written canonical = assessment.canonical();
        return new Look(
                assessment.standard(),
                assessment.appliedOn(),
                assessment.asOf(),
                evidence == null ? null : evidence.id(),
                assessment.waitsForSource(),
                assessment.outcome(),
                open,
                assessment.readyOn(),
                canonical.digest(),
                evidence == null ? null : reading.asked(),
                seen,
                canonical.json());
    }

    /**
     * What came of asking the source.
     *
     * @param record null when nothing had to be asked, or nobody could be
     * @param evidence null when nothing was asked or nothing was answered
     * @param asked null as {@code evidence} is
     * @param isOfAllKinds whether the whole question was answered though the counted kinds were asked about
     */
    private record Reading(
            @Nullable ContributionRecord record,
            @Nullable Evidence evidence,
            @Nullable SourcesAsked asked,
            boolean isOfAllKinds) {

        static Reading of(ReadRecord read) {
            SourcedRecord sourced = read.sourced();
            return new Reading(
                    sourced.record(),
                    new Evidence(sourced.evidenceId(), sourced.record().asOf(), sourced.jws()),
                    new SourcesAsked(read.readAt(), !sourced.notAsked().isEmpty()),
                    false);
        }

        Reading ofAllKinds() {
            return new Reading(record, evidence, asked, true);
        }
    }

    /**
     * What the sources may be asked for a subject; null where no standard reads contributions.
     *
     * @param counted about the kinds of insurance that count
     * @param whole about all that are worth a flag
     * @param since the reading of the system's timer when the look began
     */
    private record Questions(
            @Nullable ContributionQuestion counted,
            @Nullable ContributionQuestion whole,
            long since) {

        boolean isOne() {
            return Objects.equals(counted, whole);
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * Who is looked at under which standards, and for whom.
     *
     * @param route null: every route
     */
    private record Subject(
            ApplicableStandards standards,
            @Nullable String route,
            CaseFacts facts,
            LocalDate appliedOn,
            RequestedBy asking) {

        /** One question whose answer serves all standards; null where none reads contributions. */
        @Nullable
        ContributionQuestion question(Asking asked, LocalDate today) {
            return standards.all().stream()
                    .map(standard -> asked.question(standard, route, appliedOn, today))
                    .flatMap(Optional::stream)
                    .reduce(ContributionQuestion::and)
                    .orElse(null);
        }

        Facts under(Standard standard, Reading reading) {
            return facts.assessed(appliedOn).under(standard, reading.record());
        }
    }

    /** What one standard has the sources asked. */
    private interface Asking {

        Optional<ContributionQuestion> question(
                Standard standard, @Nullable String route, LocalDate appliedOn, LocalDate readOn);
    }
}
