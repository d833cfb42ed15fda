package io.tongban.engine.papers;

import io.tongban.engine.contributions.ContributionMonth;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Demand.PaperDemand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers that the applicant brought, read on the application date. */
public final class PapersBrought {

    private final LocalDate appliedOn;
    private final List<Paper> papers;
    private final List<ContributionMonth> counted;

    /** Labour contracts are compared with the counted months, oldest first. */
    public PapersBrought(LocalDate appliedOn, List<Paper> papers, List<ContributionMonth> counted) {
        this.appliedOn = appliedOn;
        this.papers = papers.stream().distinct().sorted(Paper.ORDER).toList();
        this.counted = List.copyOf(counted);
    }

    public PaperReading read(Asked asked) {
        return switch (asked) {
            case Asked.Nothing nothing -> PaperReading.nothing();
            case Asked.Papers all -> all(all.demands());
            case Asked.Choice choice -> choice(choice.kinds());
            case Asked.Contracts contracts ->
                new ContractChain(contracts, ofKind(contracts.kind()), counted, appliedOn).reading();
        };
    }

    /** The contract with each employer of the counted months: what is meant where a notice names none of them. */
    public List<NamedPaper> contractsOfEmployers(String kind) {
        return List.copyOf(new Units(kind, List.of(), counted).lacking());
    }

    private PaperReading all(List<Demand> demands) {
        List<String> lacking = new ArrayList<>();
        List<Paper> reliedOn = new ArrayList<>();
        LocalDate latest = appliedOn;
        boolean brought = false;
        for (Demand demand : demands) {
            List<Offer> offers = offers(demand);
            brought |= !offers.isEmpty();
            Offer best = best(offers);
            if (best == null) {
                lacking.add(demand.named().toString());
            } else {
                LocalDate old = oldEnoughOn(best);
                latest = old.isAfter(latest) ? old : latest;
            }
            for (Offer offer : offers) {
                if (best == null || canFollow(best, offer)) {
                    reliedOn.add(offer.paper());
                }
            }
        }
        LocalDate oldEnoughOn = latest;
        boolean isBrought = brought;
        return PaperReading.of(
                Fact.Scope.PAPERS,
                fact -> switch (fact) {
                    case PAPERS_BROUGHT -> isBrought;
                    case PAPERS_LACKING -> Collections.unmodifiableList(lacking);
                    case PAPERS_YOUNG -> oldEnoughOn.isAfter(appliedOn);
                    case PAPERS_OLD_ENOUGH_ON -> oldEnoughOn;
                    default -> throw new IllegalArgumentException(fact + " is no fact of papers");
                },
                reliedOn);
    }

    /** Whether this is the paper that is used, or could take its place when it lapses. */
    private boolean canFollow(Offer used, Offer offer) {
        LocalDate last = used.paper().lastDay();
        LocalDate next = last.equals(LocalDate.MAX) ? last : last.plusDays(1);
        return offer.paper().kind().equals(used.paper().kind())
                && isUsable(offer, next)
                && !oldEnoughOn(offer).isAfter(next);
    }

    /** A paper that was brought, for what it is asked to be. */
    private record Offer(Paper paper, PaperDemand demand) {}

    private List<Offer> offers(Demand demand) {
        List<Offer> offers = new ArrayList<>();
        for (PaperDemand option : demand.options()) {
            for (Paper paper : papers) {
                if (paper.kind().equals(option.kind())) {
                    offers.add(new Offer(paper, option));
                }
            }
        }
        return offers;
    }

    /** The one that is good first, then the longest, which is the order of the offers; null if none is good. */
    private @Nullable Offer best(List<Offer> offers) {
        Offer best = null;
        for (Offer offer : offers) {
            if (isUsable(offer, appliedOn)
                    && (best == null || oldEnoughOn(offer).isBefore(oldEnoughOn(best)))) {
                best = offer;
            }
        }
        return best;
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
        return PaperReading.of(
                Fact.Scope.CHOICE,
                fact -> switch (fact) {
                    case CHOICE_BROUGHT -> !brought.isEmpty();
                    case CHOICE_VALID -> valid.isPresent();
                    case CHOICE_LATER -> valid.isEmpty() && later.isPresent();
                    case CHOICE_VALID_ON -> later.orElse(appliedOn);
                    case CHOICE_EXPIRED ->
                        brought.stream().map(Paper::kind).limit(1).toList();
                    default -> throw new IllegalArgumentException(fact + " is no fact of a choice of papers");
                },
                valid.stream().toList());
    }

    /** Not expired, of the term and with the dates that the demand needs, and saying what it must. */
    private boolean isUsable(Offer offer, LocalDate day) {
        Paper paper = offer.paper();
        PaperDemand demand = offer.demand();
        if (paper.lastDay().isBefore(appliedOn) || !demand.isSaid(paper.says())) {
            return false;
        }
        boolean dated = (demand.ageMonths() == 0 && demand.termMonths() == 0) || paper.from() != null;
        boolean begun = !demand.current() || !paper.firstDay().isAfter(day);
        return dated && begun && (demand.termMonths() == 0 || paper.lasts(demand.term()));
    }

    /** No earlier than the application date, so that all that are old enough are equal in it. */
    private LocalDate oldEnoughOn(Offer offer) {
        LocalDate from = offer.paper().from();
        if (offer.demand().ageMonths() == 0 || from == null) {
            return appliedOn;
        }
        LocalDate old = offer.demand().age().after(from);
        return old.isAfter(appliedOn) ? old : appliedOn;
    }

    private List<Paper> ofKind(String kind) {
        return papers.stream().filter(paper -> paper.kind().equals(kind)).toList();
    }
}
