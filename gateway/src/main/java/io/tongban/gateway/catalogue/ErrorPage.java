package io.tongban.gateway.catalogue;

import io.tongban.gateway.catalogue.ErrorType.Meaning;
import io.tongban.platform.crypto.Sha256;
import io.tongban.platform.problem.Language;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A problem type, or the list of all, as a page for people; it works without script and loads nothing. */
final class ErrorPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final String STYLE = """
            body{max-width:46em;margin:2em auto;padding:0 1em;line-height:1.6;color:#1a1a1a;background:#fff;
            font-family:"Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
            table{border-collapse:collapse}th,td{border-bottom:1px solid #ccc;padding:.3em 1em .3em 0;text-align:left;
            vertical-align:top}""";

    /** The page needs its own style and nothing else. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'sha256-" + Sha256.base64(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Language language;

    ErrorPage(Language language) {
        this.language = language;
    }

    String of(ErrorType type) {
        StringBuilder rows = new StringBuilder();
        for (Meaning meaning : type.meanings()) {
            rows.append("""
                    <table>
                    <tr><th scope="row">%s</th><td>%s</td></tr>
                    <tr><th scope="row">%s</th><td>%s</td></tr>
                    <tr><th scope="row">%s</th><td>%s</td></tr>
                    <tr><th scope="row">%s</th><td>%s</td></tr>
                    </table>
                    """.formatted(
                            word("HTTP status", "HTTP 状态"),
                            meaning.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                            word("When", "何时"),
                            html(meaning.when()),
                            word("What to do", "处理"),
                            html(meaning.remedy()),
                            word("Answered by", "应答方"),
                            html(meaning.module())));
        }
        return page(
                type.title(),
                "<p><code>" + html(type.type()) + "</code></p>\n" + rows + "<p><a href=\"/errors?lang=" + language.tag()
                        + "\">" + word("All errors", "全部错误") + "</a></p>\n");
    }

    String of(Collection<ErrorType> types) {
        return page(
                word("Errors", "错误"),
                types.stream()
                        .map(type -> "<li><a href=\"%s?lang=%s\"><code>%s</code></a> %s</li>\n"
                                .formatted(type.type(), language.tag(), type.name(), html(type.title())))
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
    }

    private String page(String title, String content) {
        Language other = language == Language.EN ? Language.ZH : Language.EN;
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s<p><a href="?lang=%s" hreflang="%s" lang="%s">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        html(title),
                        STYLE,
                        html(title),
                        content,
                        other.tag(),
                        other.tag(),
                        other.tag(),
                        other == Language.EN ? "English" : "中文");
    }

    private String word(String english, String chinese) {
        return language == Language.EN ? english : chinese;
    }

    private static String html(String markdown) {
        return CODE.matcher(HtmlUtils.htmlEscape(markdown, "UTF-8")).replaceAll("<code>$1</code>");
    }
}
