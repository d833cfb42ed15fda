package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of paper that a criterion asks for.
 *
 * @param ageMonths so many months old it must be; 0: its age is not asked for
 * @param termMonths so many months its term, or that of the chain it belongs to, must be; 0: its term is not asked for
 * @param says what it must say: by name a value that suffices
 * @param contract it is one of a chain of labour contracts
 * @param eitherOr papers with the same word here are alternatives of each other
 */
public record PaperAsked(
        String kind, int ageMonths, int termMonths, Map<String, String> says, boolean contract, String eitherOr) {

    static List<PaperAsked> of(Asked asked) {
        return switch (asked) {
            case Asked.Nothing nothing -> List.of();
            case Asked.Papers papers -> demanded(papers.demands());
            case Asked.Choice choice ->
                choice.kinds().stream()
                        .map(kind -> new PaperAsked(kind, 0, 0, Map.of(), false, "choice"))
                        .toList();
            case Asked.Contracts contracts ->
                List.of(new PaperAsked(contracts.kind(), 0, contracts.chainMonths(), Map.of(), true, contracts.kind()));
        };
    }

    private static List<PaperAsked> demanded(List<Demand> demands) {
        List<PaperAsked> papers = new ArrayList<>();
        for (Demand demand : demands) {
            String eitherOr = demand.options().getFirst().kind();
            demand.options()
                    .forEach(option -> papers.add(new PaperAsked(
                            option.kind(),
                            option.ageMonths(),
                            option.termMonths(),
                            firstOfEach(option),
                            false,
                            eitherOr)));
        }
        return papers;
    }

    private static SortedMap<String, String> firstOfEach(Demand.PaperDemand demand) {
        SortedMap<String, String> says = new TreeMap<>();
        demand.says().forEach((name, values) -> values.stream().findFirst().ifPresent(value -> says.put(name, value)));
        return says;
    }
}
