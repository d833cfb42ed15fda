package io.tongban.engine.comparison.person;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One criterion as it is written: its settings, rules, alternatives and the papers that it asks for. */
public record CriterionText(String id, DocumentNode node) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern LITERAL = Pattern.compile("(?<![\\w.'])\\d{1,6}(?![\\w.'])");

    /** The criterion itself, or one of its alternatives: what has papers and rules of its own. */
    public record Part(String alternative, DocumentNode node) {

        /** The rules under {@code decide}. */
        public List<DocumentNode> rules() {
            return node.find("decide").map(DocumentNode::items).orElse(List.of());
        }

        /** Every paper that is asked for, each member of an either-or as one of its own. */
        public List<PaperText> papers() {
            List<PaperText> papers = new ArrayList<>();
            node.find("papers").map(DocumentNode::items).orElse(List.of()).forEach(demand -> {
                List<DocumentNode> either =
                        demand.find("oneOf").map(DocumentNode::items).orElse(List.of(demand));
                either.forEach(member -> papers.add(
                        PaperText.demanded(member, either.getFirst().get("kind").text())));
            });
            node.find("choice")
                    .map(DocumentNode::items)
                    .orElse(List.of())
                    .forEach(kind -> papers.add(PaperText.chosen(kind)));
            node.find("contracts").ifPresent(kind -> papers.add(PaperText.contract(kind, node)));
            return papers;
        }
    }

    /** The criterion, named by the empty word, and then its alternatives. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(new Part("", node)));
        parts.addAll(alternatives());
        return parts;
    }

    public List<Part> alternatives() {
        return node.find("alternatives").map(DocumentNode::items).orElse(List.of()).stream()
                .map(alternative -> new Part(alternative.get("id").text(), alternative))
                .toList();
    }

    public Map<String, DocumentNode> settings() {
        return node.find("settings").map(DocumentNode::members).orElse(Map.of());
    }

    public Optional<Integer> number(String setting) {
        return Optional.ofNullable(settings().get(setting)).flatMap(CriterionText::number);
    }

    /** The figures at which something may change: the settings that are numbers, and those that expressions write out. */
    public Set<Integer> figures() {
        Set<Integer> figures = new LinkedHashSet<>();
        settings().values().forEach(setting -> number(setting).ifPresent(figures::add));
        expressions().forEach(expression -> {
            Matcher literal = LITERAL.matcher(expression.text());
            while (literal.find()) {
                figures.add(Integer.parseInt(literal.group()));
            }
        });
        return figures;
    }

    /** Every expression of the criterion and its alternatives. */
    public List<DocumentNode> expressions() {
        List<DocumentNode> expressions = new ArrayList<>();
        node.find("asked").ifPresent(expressions::add);
        expressions.addAll(definitions().values());
        expressions.addAll(figureExpressions(node).values());
        for (Part part : parts()) {
            part.node().find("brought").ifPresent(expressions::add);
            part.rules().forEach(rule -> {
                for (String key : List.of("when", "metOn", "findings", "missing")) {
                    rule.find(key).filter(value -> !value.isList()).ifPresent(expressions::add);
                }
                expressions.addAll(figureExpressions(rule).values());
            });
        }
        return expressions;
    }

    public Map<String, DocumentNode> definitions() {
        return node.find("define").map(DocumentNode::members).orElse(Map.of());
    }

    /** The figures that the criterion, or one rule of it, defines for its texts. */
    public static Map<String, DocumentNode> figureExpressions(DocumentNode of) {
        return of.find("figures").map(DocumentNode::members).orElse(Map.of());
    }

    /** Whether some expression reads a fact, or one of the group of facts, of this name. */
    public boolean reads(String name) {
        Pattern mention = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
        return expressions().stream()
                .anyMatch(expression -> mention.matcher(expression.text()).find());
    }

    private static Optional<Integer> number(DocumentNode setting) {
        return setting.isMap()
                        || setting.isList()
                        || setting.isNull()
                        || !WHOLE_NUMBER.matcher(setting.text()).matches()
                ? Optional.empty()
                : Optional.of(Integer.parseInt(setting.text()));
    }
}
