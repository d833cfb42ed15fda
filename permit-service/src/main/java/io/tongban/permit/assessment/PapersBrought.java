package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionMonth;
import io.tongban.permit.standard.Asked;
import io.tongban.permit.standard.Demand;
import io.tongban.permit.standard.Demand.PaperDemand;
import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The papers that the applicant brought, read on the application date. */
final class PapersBrought {

    private final LocalDate appliedOn;
    private final List<Paper> papers;
    private final List<ContributionMonth> counted;

    /** Labour contracts are compared with the counted months, oldest first. */
    PapersBrought(LocalDate appliedOn, List<Paper> papers, List<ContributionMonth> counted) {
        this.appliedOn = appliedOn;
        this.papers = papers.stream().distinct().sorted(Paper.ORDER).toList();
        this.counted = List.copyOf(counted);
    }

    PaperReading read(Asked asked) {
        return switch (asked) {
            case Asked.Nothing nothing -> PaperReading.nothing();
            case Asked.Papers all -> all(all.demands());
            case Asked.Choice choice -> choice(choice.kinds());
            case Asked.Contracts contracts ->
                new ContractChain(
                                contracts.kind(), contracts.chainMonths(), ofKind(contracts.kind()), counted, appliedOn)
                        .reading();
        };
    }

    private PaperReading all(List<Demand> demands) {
        List<String> lacking = new ArrayList<>();
        List<Paper> reliedOn = new ArrayList<>();
        LocalDate oldEnoughOn = appliedOn;
        boolean brought = false;
        for (Demand demand : demands) {
            List<Offer> offers = demand.options().stream()
                    .flatMap(option -> ofKind(option.kind()).stream().map(paper -> new Offer(paper, option)))
                    .toList();
            brought |= !offers.isEmpty();
            // The one that is good first, then the longest: both orders are in 'offers'.
            Optional<Offer> best = offers.stream().filter(this::isUsable).min(Comparator.comparing(this::oldEnoughOn));
            if (best.isEmpty()) {
                lacking.add(demand.named());
            }
            String used = best.map(offer -> offer.paper().kind()).orElse("");
            offers.stream()
                    .map(Offer::paper)
                    .filter(paper -> best.isEmpty() || paper.kind().equals(used))
                    .forEach(reliedOn::add);
            LocalDate old = best.map(this::oldEnoughOn).orElse(appliedOn);
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

    /** A paper that was brought, for what it is asked to be. */
    private record Offer(Paper paper, PaperDemand demand) {}

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

    /** Not expired, of the term and with the dates that the demand needs, and saying what it must. */
    private boolean isUsable(Offer offer) {
        Paper paper = offer.paper();
        PaperDemand demand = offer.demand();
        if (paper.lastDay().isBefore(appliedOn) || !demand.isSaid(paper.says())) {
            return false;
        }
        boolean dated = (demand.ageMonths() == 0 && demand.termMonths() == 0) || paper.from() != null;
        boolean begun = !demand.current() || !paper.firstDay().isAfter(appliedOn);
        return dated && begun && (demand.termMonths() == 0 || paper.lastsMonths(demand.termMonths()));
    }

    /** No earlier than the application date, so that all that are old enough are equal in it. */
    private LocalDate oldEnoughOn(Offer offer) {
        LocalDate from = offer.paper().from();
        if (offer.demand().ageMonths() == 0 || from == null) {
            return appliedOn;
        }
        LocalDate old = from.plusMonths(offer.demand().ageMonths());
        return old.isAfter(appliedOn) ? old : appliedOn;
    }

    private List<Paper> ofKind(String kind) {
        return papers.stream().filter(paper -> paper.kind().equals(kind)).toList();
    }
}
