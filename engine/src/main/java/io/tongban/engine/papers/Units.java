package io.tongban.engine.papers;

import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.contributions.ContributionUnit;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.expression.RaisedReason;
import io.tongban.engine.expression.RaisedReasonCode;
import io.tongban.engine.rule.NamedPaper;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units of the counted months beside those of the labour contracts: by codes, and, where codes do not tell, by names, which
 * is a matter for a person.
 */
final class Units {

    private final String kind;
    private final List<Paper> contracts;
    private final List<ContributionMonth> counted;
    private final List<ContributionUnit> lacking = new ArrayList<>();
    private final Set<YearMonth> monthsLacking = new HashSet<>();
    private final Set<RaisedReason> doubts = new LinkedHashSet<>();

    Units(String kind, List<Paper> contracts, List<ContributionMonth> counted) {
        this.kind = kind;
        this.contracts = contracts;
        this.counted = counted;
        for (ContributionMonth month : counted) {
            List<ContributionUnit> employers = employersOf(month);
            if (!employers.isEmpty() && employers.stream().noneMatch(unit -> isCovered(month.month(), unit))) {
                look(month.month(), employers);
            }
        }
    }

    /** The employers of which no contract touches a counted month, nor one that may be theirs. */
    Set<NamedPaper> lacking() {
        return lacking.stream().map(this::named).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The counted months for which one of {@link #lacking} is named. */
    Set<YearMonth> monthsLacking() {
        return monthsLacking;
    }

    /** One for each unit of which codes do not tell whether it has a contract. */
    List<RaisedReason> doubts() {
        return List.copyOf(doubts);
    }

    /** No contract is with a counted unit, and one with another party touches every counted month. */
    boolean isWithOtherParty(List<Paper> brought) {
        boolean withCounted = counted.stream()
                .flatMap(month -> month.units().stream())
                .anyMatch(unit -> brought.stream().anyMatch(contract -> unit.isOfCode(contract.unitOrNone())));
        return !withCounted
                && contracts.stream()
                        .anyMatch(contract -> counted.stream().allMatch(month -> touches(contract, month.month())));
    }

    /** Of the last counted month that has an employer; of several those whose contract is to be renewed. */
    Set<NamedPaper> contractsOfLastMonth(List<Paper> links) {
        List<ContributionUnit> last = counted.reversed().stream()
                .map(Units::employersOf)
                .filter(employers -> !employers.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<ContributionUnit> underContract = last.stream()
                .filter(unit -> links.stream().anyMatch(link -> unit.isOfCode(link.unitOrNone())))
                .toList();
        return (underContract.isEmpty() ? last : underContract)
                .stream().map(this::named).collect(Collectors.toSet());
    }

    static List<ContributionUnit> employersOf(ContributionMonth month) {
        List<ContributionUnit> employers = new ArrayList<>(month.units().size());
        for (ContributionUnit unit : month.units()) {
            if (unit.kind() == UnitKind.EMPLOYER) {
                employers.add(unit);
            }
        }
        return employers;
    }

    private boolean isCovered(YearMonth month, ContributionUnit unit) {
        for (Paper contract : contracts) {
            if (unit.isOfCode(contract.unitOrNone()) && touches(contract, month)) {
                return true;
            }
        }
        return false;
    }

    /** A month of which no employer has a contract under its code. */
    private void look(YearMonth month, List<ContributionUnit> employers) {
        List<Paper> touching =
                contracts.stream().filter(contract -> touches(contract, month)).toList();
        boolean inDoubt = false;
        for (ContributionUnit unit : employers) {
            for (Paper contract : touching) {
                if (unit.code().isEmpty() || contract.unit() == null) {
                    inDoubt = true;
                    doubts.add(withoutCode(unit, contract.unitNameOrNone()));
                } else if (isOfSameName(unit, contract)) {
                    inDoubt = true;
                    doubts.add(new RaisedReason(
                            RaisedReasonCode.UNIT_CODE_CHANGED.name(),
                            Map.of("unit", unit.code(), "unitName", unit.name(), "contractUnit", contract.unit())));
                }
            }
        }
        if (!inDoubt) {
            monthsLacking.add(month);
            employers.forEach(this::lack);
        }
    }

    private void lack(ContributionUnit unit) {
        if (unit.code().isEmpty()) {
            doubts.add(withoutCode(unit, ""));
        }
        for (int at = 0; at < lacking.size(); at++) {
            if (lacking.get(at).isListedWith(unit)) {
                lacking.set(at, lacking.get(at).and(unit));
                return;
            }
        }
        lacking.add(unit);
    }

    /** The contract's unit by the name that the contract writes, else by that under which its code contributed. */
    private boolean isOfSameName(ContributionUnit unit, Paper contract) {
        if (unit.name().isEmpty()) {
            return false;
        }
        if (contract.unitName() != null) {
            return unit.name().equals(contract.unitName());
        }
        return counted.stream()
                .flatMap(month -> month.units().stream())
                .anyMatch(other ->
                        other.isOfCode(contract.unitOrNone()) && unit.name().equals(other.name()));
    }

    /** By the unit's name; where that is not known by its code, by the name on the contract, or by a dash. */
    private static RaisedReason withoutCode(ContributionUnit unit, String nameOnContract) {
        return new RaisedReason(
                RaisedReasonCode.UNIT_WITHOUT_CODE.name(),
                Map.of(
                        "unitName",
                        Stream.of(unit.name(), unit.code(), nameOnContract)
                                .filter(known -> !known.isEmpty())
                                .findFirst()
                                .orElse("–")));
    }

    /** By its name where no code is known. */
    private NamedPaper named(ContributionUnit unit) {
        String known = unit.code().isEmpty() ? unit.name() : unit.code();
        return new NamedPaper(kind, known.isEmpty() ? null : known);
    }

    private static boolean touches(Paper contract, YearMonth month) {
        return contract.touches(month.atDay(1), month.atEndOfMonth());
    }
}
