package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.person.CriterionPart;
import io.tongban.engine.comparison.person.PaperAsked;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Expression;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Rule;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Settings;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a standard names and never uses. */
final class Unused {

    /** The settings that the counting of contribution months reads by itself. */
    private static final Set<String> COUNTING =
            Stream.of(Settings.Counting.values()).map(Settings.Counting::id).collect(Collectors.toUnmodifiableSet());

    private final Standard standard;
    private final Version version;
    private final Written written;
    private final List<Finding> findings = new ArrayList<>();

    private Unused(Version version) {
        this.version = version;
        this.standard = version.standard();
        this.written = new Written(version.document());
    }

    static List<Finding> of(Version version) {
        Unused unused = new Unused(version);
        unused.papersAndWords();
        unused.sources();
        unused.questions();
        unused.criteriaOfNoRoute();
        unused.standard.criteria().forEach(unused::criterion);
        return unused.findings;
    }

    private void papersAndWords() {
        Set<String> asked = new HashSet<>();
        Set<String> named = new HashSet<>();
        Map<String, Set<String>> said = new HashMap<>();
        for (Criterion criterion : standard.criteria()) {
            for (CriterionPart part : CriterionPart.of(criterion)) {
                part.papers().stream().map(PaperAsked::kind).forEach(asked::add);
                part.rules().inOrder().forEach(rule -> rule.missingNamed().forEach(paper -> named.add(paper.kind())));
                for (Demand demand : part.demands()) {
                    named.add(demand.named().kind());
                    demand.options()
                            .forEach(option -> said.computeIfAbsent(option.kind(), any -> new HashSet<>())
                                    .addAll(option.says().keySet()));
                }
            }
        }
        standard.words().papers().forEach((kind, paper) -> {
            if (!asked.contains(kind) && !named.contains(kind)) {
                idle(
                        written.named("papers", kind),
                        "no criterion uses the paper '" + kind + "'",
                        "ask for it somewhere, or take it out");
            }
            paper.says().keySet().forEach(name -> {
                if (!said.getOrDefault(kind, Set.of()).contains(name)) {
                    idle(
                            written.saying(kind, name),
                            "no criterion asks what the paper '" + kind + "' says of '" + name + "'",
                            "ask for it under says, or take it out");
                }
            });
        });
        standard.words().collective().keySet().forEach(word -> {
            if (!named.contains(word)) {
                idle(
                        written.named("collective", word),
                        "no rule names the collective word '" + word + "'",
                        "name it under missing, or take it out");
            }
        });
    }

    private void sources() {
        Set<String> cited = Walk.having(version.document(), "source").stream()
                .map(basis -> basis.get("source").text())
                .collect(Collectors.toSet());
        standard.words().sources().keySet().forEach(id -> {
            if (!cited.contains(id)) {
                idle(
                        written.named("sources", id),
                        "nothing is based on the source '" + id + "'",
                        "cite it where it belongs, or take it out");
            }
        });
    }

    private void questions() {
        standard.questions().all().forEach(question -> {
            String id = question.id();
            if (!isRead("answers." + id) && !isRead("answered." + id)) {
                idle(
                        written.named("answers", id),
                        "no criterion reads the answer '" + id + "'",
                        "read it, or do not put the question");
            }
        });
        Set<String> registers = standard.criteria().stream()
                .flatMap(criterion -> criterion.registers().stream())
                .collect(Collectors.toSet());
        if (standard.criteria().stream().anyMatch(Criterion::readsContributions)) {
            registers.add(Criterion.CONTRIBUTIONS);
        }
        standard.words().evidence().keySet().forEach(register -> {
            if (!registers.contains(register)) {
                idle(
                        written.named("evidence", register),
                        "no criterion is decided from '" + register + "'",
                        "take it out of evidence");
            }
        });
    }

    private boolean isRead(String facts) {
        return standard.criteria().stream()
                .anyMatch(criterion -> criterion.reads().mention(facts));
    }

    private void criteriaOfNoRoute() {
        Set<String> routed = standard.routes().stream()
                .flatMap(route -> route.criteria().stream())
                .map(Criterion::id)
                .collect(Collectors.toSet());
        standard.criteria().forEach(criterion -> {
            if (!routed.contains(criterion.id())) {
                idle(
                        written.criterion(criterion.id()),
                        "no route has the criterion '" + criterion.id() + "'",
                        "add it to one, or take it out");
            }
        });
    }

    private void criterion(Criterion criterion) {
        settings(criterion);
        definitions(criterion);
        Set<String> all = quoted(criterion, criterion.texts().keySet());
        unquoted(criterion, criterion.rules().figures(), all);
        for (CriterionPart part : CriterionPart.of(criterion)) {
            for (Rule rule : part.rules().inOrder()) {
                unquoted(criterion, rule.figures(), rule.reasons().isEmpty() ? all : quoted(criterion, rule.reasons()));
            }
        }
    }

    private void unquoted(Criterion criterion, Map<String, Expression> figures, Set<String> quoted) {
        figures.forEach((name, figure) -> {
            if (!quoted.contains(name)) {
                idle(
                        figure.place(),
                        "no text of " + criterion.id() + " quotes the figure {" + name + "}",
                        "quote it where a reader needs it, or take it out");
            }
        });
    }

    private void settings(Criterion criterion) {
        criterion.settings().names().forEach(name -> {
            boolean counts = criterion.id().equals(Criterion.CONTRIBUTIONS) && COUNTING.contains(name);
            boolean saysMonthEnd = name.equals(Criterion.MonthEnds.SETTING)
                    && !criterion.monthEnds().places().isEmpty();
            if (!counts && !saysMonthEnd && !criterion.reads().contains("settings." + name)) {
                idle(
                        written.ofCriterion(criterion.id(), "settings", name),
                        "nothing reads the setting '" + criterion.id() + "." + name + "'",
                        "read it as settings." + name + ", or take it out");
            }
        });
    }

    private void definitions(Criterion criterion) {
        criterion.rules().definitions().forEach((name, definition) -> {
            if (!criterion.reads().contains(name)) {
                idle(
                        definition.place(),
                        "nothing in " + criterion.id() + " uses the definition '" + name + "'",
                        "use it, or take it out");
            }
        });
    }

    /** What the texts of some reasons quote. */
    private static Set<String> quoted(Criterion criterion, Collection<String> reasons) {
        return reasons.stream()
                .map(criterion::text)
                .map(ReasonText::quoted)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private void idle(Place at, String problem, String remedy) {
        findings.add(Finding.idle(at, problem, remedy));
    }
}
