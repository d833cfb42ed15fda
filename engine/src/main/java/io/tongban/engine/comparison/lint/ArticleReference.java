package io.tongban.engine.comparison.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a law text something stands, as a citation names it.
 *
 * @param paragraph 0: the article as a whole
 * @param item 0: the paragraph as a whole
 */
record ArticleReference(String words, int article, int paragraph, int item) {

    private static final String NUMBER = "([零一二三四五六七八九十百]+)";
    private static final Pattern REFERENCE =
            Pattern.compile("第" + NUMBER + "条(?:第" + NUMBER + "款)?(?:第" + NUMBER + "项)?");

    /** All that a text names, such as 第二条、第九条第二款; none if it names no article. */
    static List<ArticleReference> in(String text) {
        List<ArticleReference> references = new ArrayList<>();
        Matcher found = REFERENCE.matcher(text);
        while (found.find()) {
            references.add(new ArticleReference(found.group(), number(found, 1), number(found, 2), number(found, 3)));
        }
        return references;
    }

    /** Its numbers from the article down. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(List.of(article));
        if (paragraph > 0) {
            numbers.add(paragraph);
        }
        if (item > 0) {
            numbers.add(item);
        }
        return numbers;
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : ChineseNumber.of(found.group(group));
    }
}
