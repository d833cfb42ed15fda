package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.MonthEnd;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Rules;
import io.tongban.engine.rule.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One requirement of a route.
 *
 * @param needsPapers it is left out where the papers are not looked at
 * @param alternatives ways to meet it, of which the best that was brought decides; {@code rules} is for when none was
 * @param texts what the standard says to each reason
 * @param monthEnds where it adds months to a date
 * @param reads what its expressions, and those of its alternatives, read
 */
public record Criterion(
        String id,
        Text name,
        List<LegalBasis> basis,
        Settings settings,
        boolean needsPapers,
        boolean asked,
        Asked papers,
        List<Alternative> alternatives,
        Rules rules,
        Map<String, ReasonText> texts,
        MonthEnds monthEnds,
        Reads reads,
        Origin origin) {

    /** The criterion whose settings say how contribution months are counted. */
    public static final String CONTRIBUTIONS = "contributions";

    /**
     * Where a criterion adds months to a date, and which day it means where there is no corresponding one.
     *
     * @param ofPostingDay the same for the day of a month on which contributions post
     * @param stated whether the standard says so; what it does not say is the last day of the month
     * @param places expressions, and the ages, terms and posting days that are settings
     */
    public record MonthEnds(MonthEnd ofPostingDay, boolean stated, List<Place> places) {

        /** The setting by which a criterion says it. */
        public static final String SETTING = "monthEnd";

        public MonthEnds {
            places = List.copyOf(places);
        }
    }

    public Criterion {
        basis = List.copyOf(basis);
        alternatives = List.copyOf(alternatives);
        texts = Map.copyOf(texts);
    }

    /** Whether it depends on contribution records: on their months, or on contracts beside those. */
    public boolean readsContributions() {
        if (reads.contributions()) {
            return true;
        }
        for (Alternative alternative : alternatives) {
            if (alternative.asked() instanceof Asked.Contracts) {
                return true;
            }
        }
        return false;
    }

    /** The kinds of papers that it looks at, in whichever of its alternatives. */
    public Set<String> paperKinds() {
        return asks().flatMap(asked -> asked.kinds().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The kind of the contracts that it compares with contribution months; empty where it looks at none. */
    public Optional<String> contracts() {
        return asks().filter(Asked.Contracts.class::isInstance)
                .map(Asked.Contracts.class::cast)
                .map(Asked.Contracts::kind)
                .findFirst();
    }

    /** What a notice may name for it beside those kinds, such as a collective word. */
    public Set<String> namedPapers() {
        Stream<NamedPaper> byRules = Stream.concat(
                        Stream.of(rules), alternatives.stream().map(Alternative::rules))
                .flatMap(of -> of.inOrder().stream())
                .flatMap(rule -> rule.missingNamed().stream());
        return Stream.concat(byRules, demands().map(Demand::named))
                .map(NamedPaper::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds of papers that a notice means by a word: the kind of that name, or those for which it stands. */
    public Set<String> kindsMeantBy(String word) {
        if (paperKinds().contains(word)) {
            return Set.of(word);
        }
        Set<String> options = demands()
                .filter(demand -> demand.named().kind().equals(word))
                .flatMap(demand -> demand.options().stream())
                .map(Demand.PaperDemand::kind)
                .collect(Collectors.toUnmodifiableSet());
        if (options.isEmpty()) {
            return namedPapers().contains(word) ? paperKinds() : Set.of();
        }
        return options;
    }

    private Stream<Demand> demands() {
        return asks().filter(Asked.Papers.class::isInstance)
                .map(Asked.Papers.class::cast)
                .flatMap(asked -> asked.demands().stream());
    }

    private Stream<Asked> asks() {
        return Stream.concat(Stream.of(papers), alternatives.stream().map(Alternative::asked));
    }

    /** What the facts that it reads are read from: {@code identity}, {@code residence}, {@code contributions}, {@code answers}. */
    public SortedSet<String> registers() {
        return reads.registers();
    }

    /**
     * The texts of a reason.
     *
     * @throws IllegalArgumentException if there are none: the standard was not checked when it was loaded
     */
    public ReasonText text(String code) {
        ReasonText text = texts.get(code);
        if (text == null) {
            throw new IllegalArgumentException(id + " has no texts for " + code);
        }
        return text;
    }
}
