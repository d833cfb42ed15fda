package io.tongban.permit.law;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A text of law as a page, on which each article can be pointed at by its number, such as {@code #第九条}. */
final class LawPage {

    private static final Pattern HEADING = Pattern.compile("(#{1,3})\\s+(.+)");
    private static final Pattern ARTICLE = Pattern.compile("(第[零一二三四五六七八九十百]+条)[\\s　].*");

    private LawPage() {}

    static String of(String text) {
        StringBuilder body = new StringBuilder();
        String title = "";
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher article = ARTICLE.matcher(line);
            if (heading.matches()) {
                int level = heading.group(1).length();
                title = title.isEmpty() ? heading.group(2) : title;
                body.append("<h%d>%s</h%d>\n".formatted(level, html(heading.group(2)), level));
            } else if (article.matches()) {
                body.append("<p id=\"%s\">%s</p>\n".formatted(article.group(1), html(line)));
            } else if (!line.isEmpty()) {
                body.append("<p>%s</p>\n".formatted(html(line)));
            }
        }
        return """
                <!DOCTYPE html>
                <html lang="zh">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(html(title), body);
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
