package io.tongban.permit.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a criterion in their order, of which the first whose condition holds decides; the last always does. */
public final class Decision {

    private final Map<String, Object> settings;
    private final Map<String, Expression> definitions;
    private final Map<String, Expression> figures;
    private final List<Rule> rules;

    Decision(
            Settings settings, Map<String, Expression> definitions, Map<String, Expression> figures, List<Rule> rules) {
        this.settings = settings.values();
        this.definitions = new LinkedHashMap<>(definitions);
        this.figures = Map.copyOf(figures);
        this.rules = List.copyOf(rules);
    }

    public Verdict decide(FactValues facts) {
        Map<String, Object> values = new HashMap<>(facts.values());
        values.putAll(settings);
        definitions.forEach((name, definition) -> values.put(name, definition.value(values)));
        Rule rule = rules.stream()
                .filter(candidate ->
                        candidate.when() == null || candidate.when().holds(values))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule of a decision has no condition"));
        return verdict(rule, values);
    }

    private Verdict verdict(Rule rule, Map<String, Object> values) {
        Map<String, String> quoted = new HashMap<>();
        figures.forEach((name, figure) -> quoted.put(name, figure.text(values)));
        rule.figures().forEach((name, figure) -> quoted.put(name, figure.text(values)));
        List<Finding> reasons = new ArrayList<>();
        rule.reasons().forEach(code -> reasons.add(new Finding(code, Map.of())));
        if (rule.findings() != null) {
            reasons.addAll(rule.findings().findings(values));
        }
        List<String> missing = new ArrayList<>(rule.missingNamed());
        if (rule.missing() != null) {
            missing.addAll(rule.missing().words(values));
        }
        return new Verdict(
                rule.state(),
                reasons,
                missing.stream().distinct().sorted().toList(),
                metOn(rule, values),
                rule.suggested(),
                rule.forecast(),
                quoted);
    }

    private static @Nullable LocalDate metOn(Rule rule, Map<String, Object> values) {
        return rule.metOn() == null ? null : (LocalDate) rule.metOn().value(values);
    }
}
