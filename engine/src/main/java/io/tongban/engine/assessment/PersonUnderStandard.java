package io.tongban.engine.assessment;

import io.tongban.engine.contributions.ContributionHistory;
import io.tongban.engine.contributions.HistoryFlag;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.forecast.ContributionForecast;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.papers.Lapse;
import io.tongban.engine.papers.Lapses;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.papers.PapersBrought;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's facts under one standard: what the routes have in common is looked at once. */
final class PersonUnderStandard {

    private final Standard standard;
    private final Facts facts;
    private final FactValues personal;
    private final Judge withoutRecord;
    private final List<Paper> papers;
    private final Set<String> doubted;
    private final Map<String, Counted> judged = new HashMap<>();
    private final Map<String, CriterionResult> results = new HashMap<>();
    private @Nullable WithRecord withRecord;

    /**
     * The contribution record, read under the standard's rules, and who judges by it: one reading and judge, or one for each kind
     * of insurance where no kind makes up for another, the one with the fewest counted months first.
     */
    private record WithRecord(
            LocalDate asOf, List<ContributionReading> readings, List<Judge> judges, Set<HistoryFlag> flags) {

        /** The history that keeps the applicant back most. */
        ContributionHistory weakest() {
            return readings.getFirst().history();
        }
    }

    PersonUnderStandard(Standard standard, Facts facts) {
        this.standard = standard;
        this.facts = facts;
        this.personal = personal(facts).and(standard.questions().facts(facts.answers(), facts.appliedOn()));
        this.papers = Objects.requireNonNullElse(facts.papers(), List.<Paper>of()).stream()
                .filter(paper -> paper.isBroughtUnder(standard))
                .toList();
        this.doubted = papers.stream()
                .filter(paper -> paper.state() == PaperState.DOUBTED)
                .map(Paper::kind)
                .collect(Collectors.toSet());
        this.withoutRecord = new Judge(personal, new PapersBrought(facts.appliedOn(), papers, List.of()), List.of());
    }

    Assessment of(Route route) {
        WithRecord read = route.readsContributions() ? withRecord() : null;
        LocalDate asOf = read == null || facts.record() == null ? null : read.asOf();
        List<Counted> counted = new ArrayList<>();
        List<Paper> reliedOn = new ArrayList<>();
        List<CriterionResult> criteria = new ArrayList<>();
        Set<NamedPaper> missing = new TreeSet<>();
        for (Criterion criterion : route.criteria()) {
            if (criterion.asked() && (facts.papers() != null || !criterion.needsPapers())) {
                Counted one = counted(criterion);
                counted.add(one);
                criteria.add(result(one, asOf));
                missing.addAll(one.missing());
                reliedOn.addAll(one.judgements().reliedOn());
            }
        }
        LocalDate readyOn = readyDate(route, counted, read).of(counted);
        return new Assessment(
                standard.reference(),
                route.id(),
                facts.appliedOn(),
                asOf,
                Outcome.of(counted),
                criteria,
                readyOn,
                read == null ? null : through(counted, read.readings()),
                List.copyOf(missing),
                lapsing(reliedOn, readyOn),
                read == null ? List.of() : read.weakest().months(),
                read == null ? null : read.weakest().run(),
                read == null ? Set.of() : read.flags());
    }

    private Counted counted(Criterion criterion) {
        Counted known = judged.get(criterion.id());
        if (known == null) {
            known = Counted.of(judge(criterion), doubted, facts.marks(), standard);
            judged.put(criterion.id(), known);
        }
        return known;
    }

    private Judgements judge(Criterion criterion) {
        if (!criterion.readsContributions()) {
            return Judgements.of(withoutRecord.judge(criterion));
        }
        return withRecord().judges().stream()
                .map(judge -> Judgements.of(judge.judge(criterion)))
                .reduce(Judgements::and)
                .orElseThrow();
    }

    private CriterionResult result(Counted one, @Nullable LocalDate asOf) {
        String id = one.criterion().id();
        CriterionResult known = results.get(id);
        if (known == null) {
            known = CriterionResult.of(one, standard, asOf);
            results.put(id, known);
        }
        return known;
    }

    /** A record that is needed and was not read is one of silent sources: never a reason against the applicant. */
    private WithRecord withRecord() {
        if (withRecord == null) {
            ContributionRecord record = Objects.requireNonNullElseGet(
                    facts.record(), () -> ContributionRecord.unavailable(facts.appliedOn()));
            List<ContributionReading> readings =
                    ContributionReading.all(facts.appliedOn(), record, facts.record() != null, counting()).stream()
                            .sorted(Comparator.comparingInt(
                                    reading -> reading.history().run().counted()))
                            .toList();
            Set<HistoryFlag> flags = EnumSet.noneOf(HistoryFlag.class);
            readings.forEach(reading -> flags.addAll(reading.history().flags()));
            withRecord = new WithRecord(
                    record.asOf(),
                    readings,
                    readings.stream().map(this::judge).toList(),
                    Collections.unmodifiableSet(flags));
        }
        return withRecord;
    }

    private Judge judge(ContributionReading reading) {
        return new Judge(
                personal.and(reading.facts()),
                new PapersBrought(facts.appliedOn(), papers, reading.monthsOfContracts()),
                reading.rules().kinds().stream().sorted().toList());
    }

    /** What was dropped need not be waited for. */
    private ReadyDate readyDate(Route route, List<Counted> counted, @Nullable WithRecord read) {
        if (read == null) {
            return ReadyDate.ofPapersAlone(facts.appliedOn());
        }
        List<String> dropped = counted.stream()
                .filter(Counted::isDropped)
                .map(one -> one.criterion().id())
                .toList();
        List<Criterion> forecast = route.criteria().stream()
                .filter(criterion -> ReadyDate.isForecast(criterion) && !dropped.contains(criterion.id()))
                .toList();
        return ReadyDate.withRecord(
                facts.appliedOn(),
                read.readings().stream().map(ContributionForecast::new).toList(),
                forecast,
                personal);
    }

    private Criterion counting() {
        return standard.counting()
                .orElseThrow(() ->
                        new IllegalStateException("facts of contributions are known only where they are counted"));
    }

    private static FactValues personal(Facts facts) {
        return FactValues.of(Fact.Scope.CASE, fact -> personal(facts, fact));
    }

    private static Object personal(Facts facts, Fact fact) {
        Identity identity = facts.identity();
        LocalDate registeredOn = facts.residence().registeredOn();
        return switch (fact) {
            case APPLIED_ON -> facts.appliedOn();
            case IDENTITY_VALID -> identity.isValidOn(facts.appliedOn());
            case IDENTITY_OTHER_DOCUMENT -> identity.otherDocument();
            case IDENTITY_BORN_ON -> Objects.requireNonNullElse(identity.bornOn(), facts.appliedOn());
            case IDENTITY_SEX ->
                identity.sex() == null ? "" : identity.sex().name().toLowerCase(Locale.ROOT);
            case RESIDENCE_REGISTERED -> registeredOn != null;
            case RESIDENCE_SINCE -> registeredOn == null ? facts.appliedOn() : registeredOn;
            case RESIDENCE_WAIVED -> facts.residence().waived();
            default -> throw new IllegalArgumentException(fact + " is no fact of every case");
        };
    }

    /** The latest of those of the kinds that are not yet enough. */
    private static @Nullable YearMonth through(List<Counted> criteria, List<ContributionReading> readings) {
        YearMonth latest = null;
        for (Counted counted : criteria) {
            if (counted.criterion().id().equals(Criterion.CONTRIBUTIONS) && counted.ruled() == CriterionState.NOT_YET) {
                for (int kind = 0; kind < readings.size(); kind++) {
                    if (counted.judgements().each().get(kind).ruling().state() == CriterionState.NOT_YET) {
                        YearMonth through = readings.get(kind).through();
                        latest = latest == null || through.isAfter(latest) ? through : latest;
                    }
                }
            }
        }
        return latest;
    }

    private List<Lapse> lapsing(List<Paper> reliedOn, @Nullable LocalDate readyOn) {
        return Lapses.of(
                reliedOn,
                facts.appliedOn(),
                standard.terms().lapseNoticeDays(),
                readyOn == null
                        ? null
                        : readyOn.plusDays(standard.decisionLimit().days()));
    }
}
