package io.tongban.engine.comparison.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A law text that is kept beside the standards: its articles, their paragraphs (款) and the items (项) under each. */
final class LawText {

    private static final Pattern ARTICLE = Pattern.compile("第([零一二三四五六七八九十百]+)条[\\s　].*");
    private static final Pattern ITEM = Pattern.compile("[(（][一二三四五六七八九十]+[)）].*");
    private static final Pattern HEADING = Pattern.compile("#.*|第[一二三四五六七八九十]+[章节].*");

    /** How many items each paragraph of each article has. */
    private final Map<Integer, List<Integer>> articles = new LinkedHashMap<>();

    LawText(String text) {
        List<Integer> paragraphs = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher article = ARTICLE.matcher(line);
            if (article.matches()) {
                paragraphs = new ArrayList<>(List.of(0));
                articles.put(ChineseNumber.of(article.group(1)), paragraphs);
            } else if (ITEM.matcher(line).matches() && !paragraphs.isEmpty()) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + 1);
            } else if (HEADING.matcher(line).matches()) {
                paragraphs = new ArrayList<>();
            } else if (!line.isEmpty() && !paragraphs.isEmpty()) {
                paragraphs.add(0);
            }
        }
    }

    boolean has(ArticleReference reference) {
        List<Integer> paragraphs = articles.getOrDefault(reference.article(), List.of());
        if (paragraphs.isEmpty() || paragraphs.size() < reference.paragraph()) {
            return false;
        }
        return reference.item() == 0
                || (reference.paragraph() == 0
                        ? paragraphs.stream().anyMatch(items -> items >= reference.item())
                        : paragraphs.get(reference.paragraph() - 1) >= reference.item());
    }
}
