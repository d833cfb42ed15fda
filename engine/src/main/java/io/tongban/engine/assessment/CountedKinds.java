package io.tongban.engine.assessment;

import io.tongban.engine.expression.Expression;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.forecast.ContributionReading;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.Rule;
import io.tongban.engine.rule.Rules;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Standard;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record of the kinds of insurance that count says as much of all criteria as a record of every kind.
 *
 * <p>A row of another kind makes no month paid and takes none away. It can explain a month that does not count, and show that a source
 * knows the person; no other fact is read from it.
 */
final class CountedKinds {

    private static final String EXPLAINED = Fact.CONTRIBUTIONS_BREAKS.expression();

    private CountedKinds() {}

    /** Whether nothing that was said of the criteria could be said otherwise if rows of other kinds were known. */
    static boolean suffice(Standard standard, Facts facts, Collection<Assessment> assessments) {
        return assessments.stream().allMatch(assessment -> suffice(standard, assessment))
                && !isPersonUnknown(standard, facts);
    }

    /** What a source knows nothing of in the counted kinds it may know of in others. */
    private static boolean isPersonUnknown(Standard standard, Facts facts) {
        return standard
                .counting()
                .filter(counting -> facts.record() != null)
                .map(counting -> ContributionReading.all(
                        facts.appliedOn(), Objects.requireNonNull(facts.record()), true, counting))
                .stream()
                .flatMap(Collection::stream)
                .anyMatch(reading -> reading.history().isPersonUnknown());
    }

    private static boolean suffice(Standard standard, Assessment assessment) {
        return standard.route(assessment.route()).orElseThrow().criteria().stream()
                .filter(Criterion::readsContributions)
                .allMatch(criterion -> assessment
                        .criterion(criterion.id())
                        .map(result -> !mayExplain(criterion, result.state()))
                        .orElse(true));
    }

    /** Whether any rule explains months, of those that can have been tried or decided where the worst state is this one. */
    private static boolean mayExplain(Criterion criterion, CriterionState worst) {
        Stream<Rules> rules = Stream.concat(
                Stream.of(criterion.rules()), criterion.alternatives().stream().map(Alternative::rules));
        return criterion.alternatives().stream().map(Alternative::brought).anyMatch(CountedKinds::explains)
                || rules.anyMatch(one -> mayExplain(one, worst));
    }

    private static boolean explains(Expression expression) {
        return expression.names().contains(EXPLAINED);
    }

    private static boolean mayExplain(Rules rules, CriterionState worst) {
        Stream<Expression> always =
                Stream.concat(rules.definitions().values().stream(), rules.figures().values().stream());
        Stream<@Nullable Expression> tried = rules.inOrder().stream().map(Rule::when);
        Stream<@Nullable Expression> decided = rules.inOrder().stream()
                .filter(rule -> rule.state().compareTo(worst) <= 0)
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.findings(), rule.missing(), rule.metOn()), rule.figures().values().stream()));
        return Stream.of(always, tried, decided)
                .flatMap(expressions -> expressions)
                .filter(Objects::nonNull)
                .anyMatch(CountedKinds::explains);
    }
}
