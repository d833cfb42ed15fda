package io.tongban.insurance.page;

import io.tongban.insurance.record.RawRow;
import io.tongban.insurance.record.RowCleaner;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the bureau's HTML; columns are found by their headers, and nothing is made up for what is not there. */
public final class BureauPageParser {

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,6}");

    private BureauPageParser() {}

    /**
     * The page that the text is.
     *
     * @throws UnreadablePage if it is not a whole page of the bureau
     */
    public static BureauPage parse(String html) throws UnreadablePage {
        Document document = Jsoup.parse(html);
        Element table = document.getElementById("records");
        boolean unknown = saysUnknown(document.getElementById("message"));
        if (unknown && table == null) {
            return new BureauPage.PersonUnknown();
        }
        if (unknown || table == null || !closed(html)) {
            throw unreadable();
        }
        return new BureauPage.Rows(count(document, "pages"), count(document, "total"), rows(table));
    }

    private static boolean saysUnknown(@Nullable Element message) {
        return message != null && message.attr("data-code").equals("PERSON_UNKNOWN");
    }

    /** The parser closes what is open: that a page was cut off can only be seen in its text. */
    private static boolean closed(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        return lower.indexOf("</table>", lower.indexOf("records")) >= 0;
    }

    private static List<RawRow> rows(Element table) throws UnreadablePage {
        List<String> headers = table.select("th").stream()
                .map(header -> header.text().replace('\u00a0', ' ').strip().toUpperCase(Locale.ROOT))
                .toList();
        if (new HashSet<>(headers).size() != headers.size()
                || !headers.containsAll(RowCleaner.FIELDS)
                || Collections.disjoint(headers, RowCleaner.AREA_FIELDS)) {
            throw unreadable();
        }
        List<List<String>> lines = table.select("tr").stream()
                .map(line ->
                        line.select("> td").stream().map(Element::wholeText).toList())
                .filter(cells -> !cells.isEmpty())
                .toList();
        if (lines.stream().anyMatch(cells -> cells.size() != headers.size())) {
            throw unreadable();
        }
        return lines.stream().map(cells -> row(headers, cells)).toList();
    }

    private static RawRow row(List<String> headers, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            row.put(headers.get(i), cells.get(i));
        }
        return new RawRow(row);
    }

    private static int count(Document document, String id) throws UnreadablePage {
        Element element = document.getElementById(id);
        String text =
                element == null ? "" : element.text().replace('\u00a0', ' ').strip();
        if (!DIGITS.matcher(text).matches()) {
            throw unreadable();
        }
        return Integer.parseInt(text);
    }

    private static UnreadablePage unreadable() {
        return new UnreadablePage();
    }
}
