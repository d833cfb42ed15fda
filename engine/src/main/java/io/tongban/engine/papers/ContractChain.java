package io.tongban.engine.papers;

import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.RaisedReason;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Asked;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Labour contracts beside the counted months: who has one for each month, and whether they make an unbroken chain.
 *
 * <p>Source: published Hangzhou list (连续工作满1年以上的劳动合同), read as a chain; decree 663 art. 9.
 */
final class ContractChain {

    private final Asked.Contracts asked;
    private final List<Paper> brought;
    private final List<Paper> contracts;
    private final List<ContributionMonth> counted;
    private final LocalDate appliedOn;

    /** The days from the first to the last of a chain, the contracts in it, and the holes that did not end it. */
    private record Chain(LocalDate first, LocalDate last, List<Paper> links, List<Hole> holes) {

        boolean isCurrentOn(LocalDate day) {
            return !first.isAfter(day) && !last.isBefore(day);
        }
    }

    /** Days between two contracts. */
    private record Hole(LocalDate first, LocalDate last) {

        boolean touches(YearMonth month) {
            return !first.isAfter(month.atEndOfMonth()) && !last.isBefore(month.atDay(1));
        }
    }

    /** The contracts are looked at beside the last counted months, oldest first, of which there may be none. */
    ContractChain(Asked.Contracts asked, List<Paper> brought, List<ContributionMonth> counted, LocalDate appliedOn) {
        this.asked = asked;
        this.brought = brought;
        this.contracts = brought.stream()
                .filter(contract ->
                        contract.from() != null && !contract.lastDay().isBefore(contract.firstDay()))
                .sorted(Comparator.comparing(Paper::firstDay)
                        .thenComparing(Paper::lastDay)
                        .thenComparing(Paper::unitOrNone))
                .toList();
        this.counted = counted;
        this.appliedOn = appliedOn;
    }

    PaperReading reading() {
        return counted.isEmpty() ? withoutCountedMonths() : besideCountedMonths();
    }

    private PaperReading besideCountedMonths() {
        Units units = new Units(asked.kind(), contracts, counted);
        Set<YearMonth> uncovered = units.monthsLacking();
        Set<NamedPaper> lacking = new TreeSet<>(units.lacking());
        LocalDate from = counted.getFirst().month().atDay(1);
        List<Paper> looked = contracts.stream()
                .filter(contract -> !contract.lastDay().isBefore(from))
                .toList();
        boolean hole = false;
        if (looked.isEmpty()) {
            lacking.addAll(units.contractsOfLastMonth(looked));
        } else {
            Chain chain = chain(looked, counted.getLast().month().atEndOfMonth());
            hole = chain.holes().stream().anyMatch(found -> !isTimeOf(uncovered, found));
            if (!suffices(chain)) {
                lacking.addAll(units.contractsOfLastMonth(chain.links()));
            }
        }
        return reading(lacking, hole, units.isWithOtherParty(brought), units.doubts());
    }

    /** Only the chain is looked at: the last unbroken stretch, with the latest contract's unit. */
    private PaperReading withoutCountedMonths() {
        Set<NamedPaper> lacking = new TreeSet<>();
        if (contracts.isEmpty()) {
            brought.forEach(contract -> lacking.add(contract.named()));
            return reading(lacking, false, false, List.of());
        }
        Chain stretch = null;
        List<Paper> rest = contracts;
        while (!rest.isEmpty()) {
            stretch = chain(rest, LocalDate.MIN);
            rest = rest.subList(stretch.links().size(), rest.size());
        }
        if (stretch == null || !suffices(stretch)) {
            lacking.add(contracts.getLast().named());
        }
        return reading(lacking, false, false, List.of());
    }

    private PaperReading reading(Set<NamedPaper> lacking, boolean hole, boolean otherParty, List<RaisedReason> doubts) {
        return PaperReading.of(
                Fact.Scope.CONTRACTS,
                fact -> switch (fact) {
                    case CONTRACTS_BROUGHT -> !brought.isEmpty();
                    case CONTRACTS_WITHOUT_EMPLOYER -> isWithoutEmployer();
                    case CONTRACTS_LACKING ->
                        lacking.stream().map(NamedPaper::toString).toList();
                    case CONTRACTS_HOLE -> hole;
                    case CONTRACTS_OTHER_PARTY -> otherParty;
                    case CONTRACTS_UNIT_IN_DOUBT -> !doubts.isEmpty();
                    case CONTRACTS_DOUBTS -> doubts;
                    default -> throw new IllegalArgumentException(fact + " is no fact of contracts");
                },
                brought);
    }

    private boolean isWithoutEmployer() {
        return !counted.isEmpty()
                && counted.stream().allMatch(month -> Units.employersOf(month).isEmpty());
    }

    /** Every counted month that the hole touches is one whose contract is named as missing. */
    private boolean isTimeOf(Set<YearMonth> uncovered, Hole hole) {
        List<YearMonth> touched = counted.stream()
                .map(ContributionMonth::month)
                .filter(hole::touches)
                .toList();
        return !touched.isEmpty() && uncovered.containsAll(touched);
    }

    /**
     * The chain that begins with the first of the contracts. A hole that begins no later than {@code countedUntil} is noted; the
     * first that begins later ends the chain.
     */
    private static Chain chain(List<Paper> sorted, LocalDate countedUntil) {
        LocalDate last = sorted.getFirst().lastDay();
        List<Paper> links = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        for (Paper contract : sorted) {
            if (!last.equals(LocalDate.MAX) && contract.firstDay().isAfter(last.plusDays(1))) {
                Hole hole = new Hole(last.plusDays(1), contract.firstDay().minusDays(1));
                if (hole.first().isAfter(countedUntil)) {
                    break;
                }
                holes.add(hole);
            }
            links.add(contract);
            last = contract.lastDay().isAfter(last) ? contract.lastDay() : last;
        }
        return new Chain(sorted.getFirst().firstDay(), last, links, holes);
    }

    private boolean suffices(Chain chain) {
        return Paper.lasts(chain.first(), chain.last(), asked.chain()) && chain.isCurrentOn(appliedOn);
    }
}
