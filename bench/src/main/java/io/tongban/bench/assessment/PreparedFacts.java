package io.tongban.bench.assessment;

import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.papers.PapersBrought;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of R1 decide from, worked out of a person's months and papers before: the part that a decision engine does not
 * do, so that what it does can be compared alone.
 */
final class PreparedFacts {

    private static final Map<String, String> DMN_NAME_OF_ALTERNATIVE = Map.of(
            "labour-contracts", "contracts",
            "farm-contract", "farm",
            "business-licence", "licence",
            "online-business", "online",
            "private-nonenterprise", "nonenterprise",
            "transport", "transport",
            "other-proof", "other",
            "own-title", "title",
            "own-purchase", "purchase",
            "own-lease", "lease");
    private static final Map<String, String> DMN_NAME_OF_CRITERION = Map.of("photo", "photo", "schooling", "school");

    private final Standard standard;
    private final FactValues ofCase;
    private final Map<String, String> answers;
    private final Map<Asked, FactValues> withPapers = new HashMap<>();

    private PreparedFacts(Standard standard, Map<String, String> answers, FactValues ofCase) {
        this.standard = standard;
        this.answers = answers;
        this.ofCase = ofCase;
    }

    public static PreparedFacts of(Standard standard, Facts facts) {
        ContributionRecord record = Objects.requireNonNull(facts.record(), "R1 counts contributions");
        ContributionReading reading = ContributionReading.all(
                        facts.appliedOn(), record, true, standard.counting().orElseThrow())
                .getFirst();
        PreparedFacts prepared = new PreparedFacts(
                standard,
                facts.answers(),
                personal(facts)
                        .and(standard.questions().facts(facts.answers(), facts.appliedOn()))
                        .and(reading.facts()));
        PapersBrought papers = new PapersBrought(
                facts.appliedOn(), Objects.requireNonNullElse(facts.papers(), List.of()), reading.monthsOfContracts());
        for (Criterion criterion : standard.criteria()) {
            prepared.add(criterion.papers(), papers);
            criterion.alternatives().forEach(alternative -> prepared.add(alternative.asked(), papers));
        }
        return prepared;
    }

    private void add(Asked asked, PapersBrought papers) {
        withPapers.put(asked, ofCase.and(papers.read(asked).facts()));
    }

    private static FactValues personal(Facts facts) {
        return FactValues.none()
                .with(Fact.APPLIED_ON, facts.appliedOn())
                .with(Fact.IDENTITY_VALID, facts.identity().isValidOn(facts.appliedOn()))
                .with(Fact.IDENTITY_OTHER_DOCUMENT, facts.identity().otherDocument())
                .with(Fact.RESIDENCE_REGISTERED, facts.residence().registeredOn() != null)
                .with(
                        Fact.RESIDENCE_SINCE,
                        Objects.requireNonNullElse(facts.residence().registeredOn(), facts.appliedOn()))
                .with(Fact.RESIDENCE_WAIVED, facts.residence().waived());
    }

    /** The rules alone, as the standard has them: what each route comes to. */
    public Map<String, Outcome> outcomes() {
        Map<String, CriterionState> states = new HashMap<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Route route : standard.routes()) {
            CriterionState worst = CriterionState.MET;
            for (Criterion criterion : route.criteria()) {
                if (criterion.asked()) {
                    CriterionState state = states.get(criterion.id());
                    if (state == null) {
                        state = state(criterion);
                        states.put(criterion.id(), state);
                    }
                    worst = state.compareTo(worst) > 0 ? state : worst;
                }
            }
            outcomes.put(route.id(), Outcome.of(worst));
        }
        return outcomes;
    }

    private CriterionState state(Criterion criterion) {
        CriterionState best = null;
        for (Alternative alternative : criterion.alternatives()) {
            FactValues facts = facts(alternative.asked());
            if (alternative.isBrought(facts)) {
                CriterionState state = alternative.rules().state(facts);
                best = best == null || state.compareTo(best) < 0 ? state : best;
            }
        }
        return best == null ? criterion.rules().state(facts(criterion.papers())) : best;
    }

    /** The same facts in the names of the decision model. */
    public Map<String, Object> forDmn() {
        Map<String, Object> context = new HashMap<>();
        context.put("appliedOn", ofCase.value(Fact.APPLIED_ON));
        context.put("answers", Map.of("household", answers.getOrDefault("household", "")));
        context.put("identity", named(ofCase, Fact.IDENTITY_VALID, Fact.IDENTITY_OTHER_DOCUMENT));
        context.put("residence", named(ofCase, Fact.RESIDENCE_REGISTERED, Fact.RESIDENCE_SINCE, Fact.RESIDENCE_WAIVED));
        context.put(
                "contributions",
                named(
                        ofCase,
                        Fact.CONTRIBUTIONS_RECORD_AGE,
                        Fact.CONTRIBUTIONS_ASKED,
                        Fact.CONTRIBUTIONS_UNREAD,
                        Fact.CONTRIBUTIONS_PERSON_UNKNOWN,
                        Fact.CONTRIBUTIONS_CURRENT,
                        Fact.CONTRIBUTIONS_COUNTED,
                        Fact.CONTRIBUTIONS_PENDING,
                        Fact.CONTRIBUTIONS_SETTLES_IN,
                        Fact.CONTRIBUTIONS_POSTED_LATE,
                        Fact.CONTRIBUTIONS_REFUND_ANNOUNCED,
                        Fact.CONTRIBUTIONS_ZERO_IN_GAP,
                        Fact.CONTRIBUTIONS_UNCLEAR_IN_GAP,
                        Fact.CONTRIBUTIONS_PAID_BEFORE,
                        Fact.CONTRIBUTIONS_UNCLEAR_BEFORE,
                        Fact.CONTRIBUTIONS_ARREARS_BEFORE,
                        Fact.CONTRIBUTIONS_BACK_PAID_BEFORE));
        for (Criterion criterion : standard.criteria()) {
            putPapers(context, DMN_NAME_OF_CRITERION.get(criterion.id()), criterion.papers());
            criterion
                    .alternatives()
                    .forEach(alternative ->
                            putPapers(context, DMN_NAME_OF_ALTERNATIVE.get(alternative.id()), alternative.asked()));
        }
        return context;
    }

    private void putPapers(Map<String, Object> context, @Nullable String name, Asked asked) {
        if (name == null) {
            return;
        }
        switch (asked) {
            case Asked.Papers papers ->
                context.put(name, named(facts(asked), Fact.PAPERS_BROUGHT, Fact.PAPERS_LACKING, Fact.PAPERS_YOUNG));
            case Asked.Contracts contracts ->
                context.put(
                        name,
                        named(
                                facts(asked),
                                Fact.CONTRACTS_BROUGHT,
                                Fact.CONTRACTS_WITHOUT_EMPLOYER,
                                Fact.CONTRACTS_LACKING,
                                Fact.CONTRACTS_HOLE,
                                Fact.CONTRACTS_OTHER_PARTY,
                                Fact.CONTRACTS_UNIT_IN_DOUBT));
            case Asked.Choice choice -> {} // the proof of address is not asked for in R1
            case Asked.Nothing nothing -> {}
        }
    }

    private FactValues facts(Asked asked) {
        return Objects.requireNonNull(withPapers.get(asked));
    }

    private static Map<String, Object> named(FactValues facts, Fact... asked) {
        Map<String, Object> named = new HashMap<>();
        for (Fact fact : asked) {
            Object value = facts.value(fact);
            named.put(
                    shortName(fact),
                    switch (value) {
                        case Long number -> BigDecimal.valueOf(number);
                        case List<?> list -> BigDecimal.valueOf(list.size());
                        default -> value;
                    });
        }
        return named;
    }

    /** The name without its group: {@code counted} of {@code contributions.counted}. */
    private static String shortName(Fact fact) {
        return fact.expression().substring(fact.expression().lastIndexOf('.') + 1);
    }
}
