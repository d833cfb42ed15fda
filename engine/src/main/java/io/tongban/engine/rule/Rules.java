package io.tongban.engine.rule;

import io.tongban.engine.expression.Evaluation;
import io.tongban.engine.expression.Expression;
import io.tongban.engine.expression.FactType;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.expression.RaisedReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of a criterion in their order, of which the first whose condition holds decides; the last always does. */
public final class Rules {

    private final Map<String, Expression> definitions;
    private final Map<String, Expression> figures;
    private final List<Rule> rules;

    /** The rules and figures may use the definitions. */
    public Rules(Map<String, Expression> definitions, Map<String, Expression> figures, List<Rule> rules) {
        this.definitions = Map.copyOf(definitions);
        this.figures = Map.copyOf(figures);
        this.rules = List.copyOf(rules);
    }

    /** Expressions with a name, which the rules and figures may use. */
    public Map<String, Expression> definitions() {
        return definitions;
    }

    /** What the texts of every reason may quote. */
    public Map<String, Expression> figures() {
        return figures;
    }

    /** The rules in their order. */
    public List<Rule> inOrder() {
        return rules;
    }

    public Ruling decide(FactValues facts) {
        Evaluation evaluation = new Evaluation(facts, definitions.size());
        return ruling(deciding(evaluation), evaluation);
    }

    /** The state alone, without reasons and figures. */
    public CriterionState state(FactValues facts) {
        return rules.get(deciding(new Evaluation(facts, definitions.size()))).state();
    }

    private int deciding(Evaluation evaluation) {
        for (int i = 0; i < rules.size(); i++) {
            Expression when = rules.get(i).when();
            if (when == null || when.holds(evaluation)) {
                return i;
            }
        }
        throw new IllegalStateException("the last of the rules has no condition");
    }

    private Ruling ruling(int index, Evaluation evaluation) {
        Rule rule = rules.get(index);
        Map<String, String> quoted = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        figures.forEach((name, figure) -> quote(name, figure, evaluation, quoted, lists));
        rule.figures().forEach((name, figure) -> quote(name, figure, evaluation, quoted, lists));
        List<RaisedReason> reasons = new ArrayList<>();
        for (String code : rule.reasons()) {
            reasons.add(new RaisedReason(code, Map.of()));
        }
        if (rule.findings() != null) {
            reasons.addAll(rule.findings().findings(evaluation));
        }
        List<NamedPaper> missing = rule.missingNamed();
        if (rule.missing() != null) {
            Set<NamedPaper> all = new TreeSet<>(missing);
            rule.missing().words(evaluation).forEach(word -> all.add(NamedPaper.of(word)));
            missing = List.copyOf(all);
        }
        return new Ruling(
                index,
                rule.state(),
                reasons,
                missing,
                metOn(rule, evaluation),
                rule.suggested(),
                rule.forecast(),
                rule.waitsForSource(),
                quoted,
                lists);
    }

    private static void quote(
            String name,
            Expression figure,
            Evaluation evaluation,
            Map<String, String> quoted,
            Map<String, List<String>> lists) {
        quoted.put(name, figure.text(evaluation));
        if (figure.type() == FactType.WORDS && figure.words(evaluation).size() > 1) {
            lists.put(name, figure.words(evaluation));
        }
    }

    private static @Nullable LocalDate metOn(Rule rule, Evaluation evaluation) {
        return rule.metOn() == null ? null : (LocalDate) rule.metOn().value(evaluation);
    }
}
