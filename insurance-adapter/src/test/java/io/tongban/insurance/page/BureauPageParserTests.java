package io.tongban.insurance.page;

import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BureauPageParserTests {

    @Test
    void findsColumnsByTheirHeadersInWhateverOrder() throws UnreadablePage {
        List<String> turned = List.of(
                "AAE079",
                "AAE078",
                "AAA115",
                "AAE020",
                "aae180",
                "AAB034",
                "AAB004",
                "&nbsp;AAB001 ",
                "AAE140",
                "AAE003");
        String html = page(
                1,
                1,
                turned,
                List.of(Map.of(
                        "AAE079",
                        "201605",
                        "AAE078",
                        "1",
                        "AAA115",
                        "105",
                        "AAE020",
                        "280",
                        "aae180",
                        "3500",
                        "AAB034",
                        "330104",
                        "AAB004",
                        "甲",
                        "&nbsp;AAB001 ",
                        "30010001",
                        "AAE140",
                        "11",
                        "AAE003",
                        "201604")));

        BureauPage.Rows rows = (BureauPage.Rows) BureauPageParser.parse(html);

        assertThat(rows.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsEntry("AAE003", "201604")
                        .containsEntry("AAA115", "105")
                        .containsEntry("AAE180", "3500")
                        .containsEntry("AAB001", "30010001"));
    }

    @Test
    void readsTheBureausOwnCounts() throws UnreadablePage {
        assertThat(BureauPageParser.parse(page(2, 13, row("201604"))))
                .isInstanceOfSatisfying(BureauPage.Rows.class, rows -> {
                    assertThat(rows.pages()).isEqualTo(2);
                    assertThat(rows.total()).isEqualTo(13);
                });
    }

    @Test
    void knowsThatThePersonIsUnknown() throws UnreadablePage {
        assertThat(BureauPageParser.parse(BureauHtml.PERSON_UNKNOWN)).isEqualTo(new BureauPage.PersonUnknown());
    }

    @Test
    void takesAnEmptyTableForAnAnswer() throws UnreadablePage {
        assertThat(BureauPageParser.parse(page(1, 0))).isEqualTo(new BureauPage.Rows(1, 0, List.of(), 0));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void doesNotTakeGarbageForAPage(String html) {
        assertThatExceptionOfType(UnreadablePage.class).isThrownBy(() -> BureauPageParser.parse(html));
    }

    static List<String> garbage() {
        String whole = page(1, 2, row("201604"), row("201605"));
        return List.of(
                "",
                "<html><body>系统维护中</body></html>",
                "{\"rows\":[]}",
                "\u0000\u0001\u0002",
                "<p id=\"message\" data-code=\"BUSY\">请稍后</p>",
                // Half a page: what an indulgent parser closes by itself.
                whole.substring(0, whole.indexOf("</tbody>")),
                whole.substring(0, whole.indexOf("201605")),
                // Without its counts, or with counts that are none.
                whole.replace("id=\"total\"", "id=\"sum\""),
                whole.replace("id=\"pages\"", "id=\"leaves\""),
                whole.replace("<span id=\"total\">2<", "<span id=\"total\">约2<"),
                whole.replace("<span id=\"total\">2<", "<span id=\"total\">-2<"),
                whole.replace("<span id=\"total\">2<", "<span id=\"total\">99999999999<"),
                // A column is missing, or there twice.
                whole.replace("AAE078", "AAE077"),
                whole.replace("AAB034", "AAB035"),
                whole.replace("AAE079", "AAE078"),
                // More places than any page has, in titles.
                whole.replace("<thead>", "<thead><tr>" + "<td colspan='1000'>x</td>".repeat(101) + "</tr>"),
                // A cell too few, a cell too many.
                whole.replaceFirst("<td>330104</td>", ""),
                whole.replaceFirst("<td>330104</td>", "<td>330104</td><td></td>"));
    }
}
