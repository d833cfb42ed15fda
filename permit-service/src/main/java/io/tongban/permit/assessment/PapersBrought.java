package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionHistory;
import io.tongban.permit.standard.Asked;
import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import io.tongban.permit.standard.PaperDemand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The papers that the applicant brought, read on the application date. */
final class PapersBrought {

    /** The one that is valid longest first; the rest of the order only makes the choice certain. */
    private static final Comparator<Paper> LONGEST = Comparator.comparing(Paper::lastDay)
            .reversed()
            .thenComparing(Paper::firstDay)
            .thenComparing(Paper::kind)
            .thenComparing(Paper::unitOrNone);

    private final LocalDate appliedOn;
    private final List<Paper> papers;
    private final ContributionHistory history;
    private final int months;

    /** The counted months that labour contracts are compared with are the last {@code months} of the history's run. */
    PapersBrought(LocalDate appliedOn, List<Paper> papers, ContributionHistory history, int months) {
        this.appliedOn = appliedOn;
        this.papers = papers.stream().distinct().sorted(LONGEST).toList();
        this.history = history;
        this.months = months;
    }

    PaperReading read(Asked asked) {
        return switch (asked) {
            case Asked.Nothing nothing -> PaperReading.nothing();
            case Asked.Papers all -> all(all.demands());
            case Asked.Choice choice -> choice(choice.kinds());
            case Asked.Contracts contracts ->
                new ContractChain(
                                contracts.kind(),
                                contracts.chainMonths(),
                                ofKind(contracts.kind()),
                                history.lastCounted(months),
                                appliedOn)
                        .reading();
        };
    }

    private PaperReading all(List<PaperDemand> demands) {
        List<String> lacking = new ArrayList<>();
        List<Paper> reliedOn = new ArrayList<>();
        LocalDate oldEnoughOn = appliedOn;
        boolean brought = false;
        for (PaperDemand demand : demands) {
            List<Paper> ofKind = ofKind(demand.kind());
            brought |= !ofKind.isEmpty();
            // The one that is good first, then the longest: both orders are in 'usable'.
            Optional<Paper> best = ofKind.stream()
                    .filter(paper -> isUsable(paper, demand))
                    .min(Comparator.comparing((Paper paper) -> oldEnoughOn(paper, demand)));
            if (best.isEmpty()) {
                lacking.add(demand.kind());
            }
            reliedOn.addAll(ofKind);
            LocalDate old = best.map(paper -> oldEnoughOn(paper, demand)).orElse(appliedOn);
            oldEnoughOn = old.isAfter(oldEnoughOn) ? old : oldEnoughOn;
        }
        return new PaperReading(
                FactValues.none()
                        .with(Fact.PAPERS_BROUGHT, brought)
                        .with(Fact.PAPERS_LACKING, List.copyOf(lacking))
                        .with(Fact.PAPERS_YOUNG, oldEnoughOn.isAfter(appliedOn))
                        .with(Fact.PAPERS_OLD_ENOUGH_ON, oldEnoughOn),
                reliedOn);
    }

    private PaperReading choice(List<String> kinds) {
        List<Paper> brought =
                papers.stream().filter(paper -> kinds.contains(paper.kind())).toList();
        Optional<Paper> valid =
                brought.stream().filter(paper -> paper.isValidOn(appliedOn)).findFirst();
        Optional<LocalDate> later = brought.stream()
                .filter(paper -> !paper.lastDay().isBefore(paper.firstDay()))
                .map(Paper::firstDay)
                .filter(first -> first.isAfter(appliedOn))
                .min(Comparator.naturalOrder());
        return new PaperReading(
                FactValues.none()
                        .with(Fact.CHOICE_BROUGHT, !brought.isEmpty())
                        .with(Fact.CHOICE_VALID, valid.isPresent())
                        .with(Fact.CHOICE_LATER, valid.isEmpty() && later.isPresent())
                        .with(Fact.CHOICE_VALID_ON, later.orElse(appliedOn))
                        .with(
                                Fact.CHOICE_EXPIRED,
                                brought.stream().map(Paper::kind).limit(1).toList()),
                valid.stream().toList());
    }

    /** Not expired, and of the term and with the dates that the demand needs. */
    private boolean isUsable(Paper paper, PaperDemand demand) {
        if (paper.lastDay().isBefore(appliedOn)) {
            return false;
        }
        boolean dated = (demand.ageMonths() == 0 && demand.termMonths() == 0) || paper.from() != null;
        boolean begun = !demand.current() || !paper.firstDay().isAfter(appliedOn);
        return dated && begun && (demand.termMonths() == 0 || paper.lastsMonths(demand.termMonths()));
    }

    /** No earlier than the application date, so that all that are old enough are equal in it. */
    private LocalDate oldEnoughOn(Paper paper, PaperDemand demand) {
        LocalDate from = paper.from();
        if (demand.ageMonths() == 0 || from == null) {
            return appliedOn;
        }
        LocalDate old = from.plusMonths(demand.ageMonths());
        return old.isAfter(appliedOn) ? old : appliedOn;
    }

    private List<Paper> ofKind(String kind) {
        return papers.stream().filter(paper -> paper.kind().equals(kind)).toList();
    }
}
