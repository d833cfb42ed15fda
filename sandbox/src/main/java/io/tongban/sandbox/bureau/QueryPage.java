package io.tongban.sandbox.bureau;

import io.tongban.sandbox.bureau.BureauRecords.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the query's answer as the bureaux of 2017 wrote it: rows and columns in an order that means nothing, months and
 * figures in whatever notation the row was once typed in.
 */
final class QueryPage {

    static final int ROWS = 5;

    private static final Map<String, Function<Row, String>> COLUMNS = columns();

    private QueryPage() {}

    static String unknownPerson() {
        return html("<p id=\"message\" data-code=\"PERSON_UNKNOWN\">查无此人</p>");
    }

    /**
     * Page 1 and on; a page after the last shows the last one again.
     *
     * @param total how many rows the page says there are
     * @param seed decides the order of rows and columns
     */
    static String of(List<Row> rows, int total, int page, long seed) {
        Random random = new Random(seed);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<String> columns = new ArrayList<>(COLUMNS.keySet());
        Collections.shuffle(columns, random);

        int pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
        int shown = Math.clamp(page, 1, pages);
        int from = (shown - 1) * ROWS;
        StringBuilder table = new StringBuilder();
        table.append(
                "<p>共 <span id=\"total\">%d</span> 条，<span id=\"pages\">%d</span> 页</p>\n".formatted(total, pages));
        table.append("<table id=\"records\"><thead><tr>");
        columns.forEach(column -> table.append("<th>").append(column).append("</th>"));
        table.append("</tr></thead><tbody>\n");
        for (Row row : shuffled.subList(from, Math.min(rows.size(), from + ROWS))) {
            table.append("<tr>");
            columns.forEach(column -> table.append("<td>")
                    .append(COLUMNS.getOrDefault(column, cell -> "").apply(row))
                    .append("</td>"));
            table.append("</tr>\n");
        }
        return html(table.append("</tbody></table>").toString());
    }

    private static Map<String, Function<Row, String>> columns() {
        Map<String, Function<Row, String>> columns = new LinkedHashMap<>();
        columns.put("AAE003", row -> month(row.month()));
        columns.put("AAE140", Row::kind);
        columns.put("AAB001", row -> row.unit() + "&nbsp;");
        columns.put("AAB004", row -> escape(row.unitName()));
        columns.put("AAB034", Row::area);
        columns.put("AAE180", row -> thousands(row.base()));
        columns.put("AAE020", row -> thousands(row.amount()));
        columns.put("AAA115", Row::type);
        columns.put("AAE078", Row::posted);
        columns.put("AAE079", row -> posted(row.postedMonth()));
        return columns;
    }

    // Four notations that were seen, one for each month of a quarter and one more.
    private static String month(YearMonth month) {
        String plain = compact(month);
        return switch (month.getMonthValue() % 4) {
            case 0 -> plain;
            case 1 -> "%d年%02d月".formatted(month.getYear(), month.getMonthValue());
            case 2 -> fullWidth(plain);
            default -> plain + "&nbsp;";
        };
    }

    private static String posted(@Nullable YearMonth month) {
        return month == null ? "&nbsp;" : compact(month);
    }

    private static String compact(YearMonth month) {
        return "%d%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    private static String thousands(String amount) {
        int point = amount.indexOf('.');
        StringBuilder grouped = new StringBuilder(amount);
        for (int at = point - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(String body) {
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="UTF-8"><title>参保人员缴费记录查询</title></head><body>
                %s
                </body></html>
                """.formatted(body);
    }
}
