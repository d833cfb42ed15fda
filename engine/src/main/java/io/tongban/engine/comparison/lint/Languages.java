package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds texts that one language lacks, and texts that quote other figures in one language than in the other. */
final class Languages {

    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]*)}");

    private final List<Finding> findings = new ArrayList<>();

    private Languages() {}

    static List<Finding> of(DocumentNode document) {
        Languages languages = new Languages();
        languages.look(document);
        return languages.findings;
    }

    private void look(DocumentNode node) {
        if (node.isMap()) {
            Map<String, DocumentNode> members = node.members();
            if (members.containsKey(CHINESE) || members.containsKey(ENGLISH)) {
                pair(node, members.get(CHINESE), members.get(ENGLISH));
            }
            members.values().forEach(this::look);
        } else if (node.isList()) {
            node.items().forEach(this::look);
        }
    }

    private void pair(DocumentNode node, @Nullable DocumentNode chinese, @Nullable DocumentNode english) {
        if (isBlank(chinese)) {
            findings.add(lacking(node, CHINESE, english));
        }
        if (isBlank(english)) {
            findings.add(lacking(node, ENGLISH, chinese));
        }
        if (chinese != null
                && english != null
                && !isBlank(chinese)
                && !isBlank(english)
                && !figures(chinese).equals(figures(english))) {
            findings.add(Finding.flaw(
                    node.place(),
                    "the Chinese text quotes " + said(figures(chinese)) + ", the English " + said(figures(english)),
                    "quote the same figures in both"));
        }
    }

    private static Finding lacking(DocumentNode node, String language, @Nullable DocumentNode other) {
        String of =
                other == null || isBlank(other) ? "" : " for '" + other.text().strip() + "'";
        return Finding.flaw(node.place(), "there is no text in '" + language + "'" + of, "add '" + language + ": …'");
    }

    private static boolean isBlank(@Nullable DocumentNode text) {
        return text == null
                || text.isNull()
                || text.isMap()
                || text.isList()
                || text.text().isBlank();
    }

    private static Set<String> figures(DocumentNode text) {
        return FIGURE.matcher(text.text())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String said(Set<String> figures) {
        return figures.isEmpty() ? "nothing" : String.join(", ", figures);
    }
}
