package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every rule of a document a figure of its own that says which rule it is, so that an assessment tells which one decided;
 * the rules stay what they are.
 */
final class RuleMarks {

    /** The figure's name; no text quotes it. */
    static final String FIGURE = "decidedBy";

    private RuleMarks() {}

    /** Which rule it is: of the criterion itself where {@code alternative} is the empty word. */
    record Mark(String criterion, String alternative, int rule) {

        static Mark of(String figure) {
            String[] parts = figure.split("/", -1);
            return new Mark(parts[0], parts[1], Integer.parseInt(parts[2]));
        }

        String figure() {
            return criterion + "/" + alternative + "/" + rule;
        }
    }

    static DocumentNode on(DocumentNode document) {
        Map<String, DocumentNode> members = new LinkedHashMap<>(document.members());
        document.find("criteria").ifPresent(criteria -> members.put("criteria", criteria(criteria)));
        document.find("add")
                .flatMap(add -> add.find("alternatives"))
                .ifPresent(added -> members.put("add", withAdded(document.get("add"), added)));
        return document.withMembers(members);
    }

    private static DocumentNode criteria(DocumentNode criteria) {
        return criteria.withItems(criteria.items().stream()
                .map(criterion -> {
                    String id = criterion.get("id").text();
                    DocumentNode marked = decided(criterion, id, "");
                    Optional<DocumentNode> alternatives = criterion.find("alternatives");
                    return alternatives.isEmpty()
                            ? marked
                            : with(marked, "alternatives", alternatives(alternatives.get(), id));
                })
                .toList());
    }

    private static DocumentNode withAdded(DocumentNode add, DocumentNode added) {
        Map<String, DocumentNode> ofCriteria = new LinkedHashMap<>();
        added.members().forEach((criterion, list) -> ofCriteria.put(criterion, alternatives(list, criterion)));
        return with(add, "alternatives", added.withMembers(ofCriteria));
    }

    private static DocumentNode alternatives(DocumentNode alternatives, String criterion) {
        return alternatives.withItems(alternatives.items().stream()
                .map(alternative ->
                        decided(alternative, criterion, alternative.get("id").text()))
                .toList());
    }

    private static DocumentNode decided(DocumentNode part, String criterion, String alternative) {
        Optional<DocumentNode> decide = part.find("decide");
        if (decide.isEmpty()) {
            return part;
        }
        List<DocumentNode> rules = new ArrayList<>();
        for (DocumentNode rule : decide.get().items()) {
            rules.add(marked(rule, new Mark(criterion, alternative, rules.size())));
        }
        return with(part, "decide", decide.get().withItems(rules));
    }

    private static DocumentNode marked(DocumentNode rule, Mark mark) {
        Map<String, DocumentNode> figures = new LinkedHashMap<>(
                rule.find("figures").map(DocumentNode::members).orElse(Map.of()));
        figures.put(FIGURE, DocumentNode.read(rule.file(), "\"'" + mark.figure() + "'\""));
        return with(rule, "figures", rule.withMembers(figures));
    }

    private static DocumentNode with(DocumentNode node, String key, DocumentNode value) {
        Map<String, DocumentNode> members = new LinkedHashMap<>(node.members());
        members.put(key, value);
        return node.withMembers(members);
    }
}
