package io.tongban.insurance.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages as the bureau of 2017 writes them. */
public final class BureauHtml {

    public static final String PERSON_UNKNOWN =
            "<html><body><p id=\"message\" data-code=\"PERSON_UNKNOWN\">查无此人</p></body></html>";

    private static final List<String> COLUMNS =
            List.of("AAE003", "AAE140", "AAB001", "AAB004", "AAB034", "AAE180", "AAE020", "AAA115", "AAE078", "AAE079");

    private BureauHtml() {}

    /** A row of a month that is normal and posted, with these cells instead. */
    public static Map<String, String> row(String month, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        List<String> normal = List.of(
                month, "11", "30010001", "杭州甲科技有限公司&nbsp;", "330104", "3,500.00", "280.00", "10", "1", "&nbsp;");
        for (int i = 0; i < COLUMNS.size(); i++) {
            row.put(COLUMNS.get(i), normal.get(i));
        }
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    /** The months of a year from January on. */
    public static List<Map<String, String>> months(int year, int first, int last) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int month = first; month <= last; month++) {
            rows.add(row("%d年%02d月".formatted(year, month)));
        }
        return rows;
    }

    @SafeVarargs
    public static String page(int pages, int total, Map<String, String>... rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> row : rows) {
            all.add(row);
        }
        return page(pages, total, all);
    }

    public static String page(int pages, int total, List<Map<String, String>> rows) {
        return page(pages, total, COLUMNS, rows);
    }

    public static String page(int pages, int total, List<String> columns, List<Map<String, String>> rows) {
        return """
                <html><body><span id="pages">%d</span><span id="total">%d</span>
                <table id="records"><thead><tr>%s</tr></thead><tbody>
                %s
                </tbody></table></body></html>
                """.formatted(
                        pages,
                        total,
                        columns.stream().map("<th>%s</th>"::formatted).collect(Collectors.joining()),
                        rows.stream()
                                .map(row -> columns.stream()
                                        .map(column -> "<td>" + row.getOrDefault(column, "") + "</td>")
                                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                                .collect(Collectors.joining("\n")));
    }
}
