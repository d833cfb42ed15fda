package io.tongban.sandbox.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The stand-in as a connector meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BureauServerTests {

    private static final String JIANG = "339999198805140011";

    private final HttpClient http = HttpClient.newHttpClient();
    private BureauServer server;

    @BeforeAll
    void start() throws IOException {
        server = BureauServer.start(BureauApplication.storyRecords(), 0);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void marchIsDeclaredOnTheSixthOfAprilAndPostedOnTheFifteenth() throws Exception {
        set("2017-04-06T09:30:00+08:00");
        assertThat(flags(2017))
                .containsEntry("201702", "1")
                .containsEntry("201703", "0")
                .hasSize(3);

        set("2017-04-14T23:00:00+08:00");
        assertThat(flags(2017)).containsEntry("201703", "0");

        set("2017-04-15T00:00:00+08:00");
        assertThat(flags(2017)).containsEntry("201703", "1");
    }

    @Test
    void aMonthIsDeclaredTowardsItsEnd() throws Exception {
        set("2017-04-24T12:00:00+08:00");
        assertThat(flags(2017)).doesNotContainKey("201704");

        set("2017-04-25T12:00:00+08:00");
        assertThat(flags(2017)).containsEntry("201704", "0");
    }

    @Test
    void monthsOfAnotherCityAreThereFromTheDayTheyWereTakenOver() throws Exception {
        set("2017-04-19T12:00:00+08:00");
        assertThat(query("hangzhou", JIANG, "姜远", 2015, "11", 1)).contains("<span id=\"total\">0</span>");

        set("2017-05-08T11:15:00+08:00");
        assertThat(query("hangzhou", JIANG, "姜远", 2015, "11", 1))
                .contains("<span id=\"total\">12</span>", "<span id=\"pages\">3</span>", "转移虚拟单位", "<td>105</td>");
    }

    @Test
    void knowsEverybodyWhoseNumberBeginsAsThoseForMeasurementsDo() throws Exception {
        set("2017-05-08T11:15:00+08:00");
        assertThat(query("hangzhou", "33999819900101001X", "新市民", 2016, "11", 1))
                .contains("<span id=\"total\">12</span>");
        assertThat(query("hangzhou", "33999819900101001X", "姜远", 2016, "11", 1)).contains("PERSON_UNKNOWN");
        assertThat(query("yuhang", "33999819900101001X", "新市民", 2016, "11", 1)).contains("PERSON_UNKNOWN");
    }

    @Test
    void writesMonthsAndFiguresInTheNotationsThatWereSeen() throws Exception {
        set("2017-05-08T11:15:00+08:00");
        String pages = allPages(2016, 1);

        assertThat(pages).contains("201604<", "2016年05月", "２０１６０６", "201607&nbsp;", "3,500.00", "30010001&nbsp;");
    }

    @Test
    void theOrderIsAnothersWithAnotherSeedAndTheRowsAreTheSame() throws Exception {
        set("2017-05-08T11:15:00+08:00");
        String one = allPages(2016, 1);
        String other = allPages(2016, 2);

        assertThat(one).isEqualTo(allPages(2016, 1)).isNotEqualTo(other);
        assertThat(rows(one)).isEqualTo(rows(other)).hasSize(9);
    }

    @Test
    void aPageAfterTheLastRepeatsTheLast() throws Exception {
        set("2017-05-08T11:15:00+08:00");

        assertThat(query("hangzhou", JIANG, "姜远", 2016, "11", 9))
                .isEqualTo(query("hangzhou", JIANG, "姜远", 2016, "11", 2));
    }

    @Test
    void whoIsNotKnownIsSaidToBeUnknown() throws Exception {
        String unknown = "<p id=\"message\" data-code=\"PERSON_UNKNOWN\">查无此人</p>";

        assertThat(query("yuhang", JIANG, "姜远", 2016, "11", 1))
                .contains(unknown)
                .doesNotContain("<table");
        assertThat(query("hangzhou", JIANG, "姜近", 2016, "11", 1)).contains(unknown);
    }

    @Test
    void showsARowFewerThanItCountsWhenItIsToLie() throws Exception {
        set("2017-05-08T11:15:00+08:00");
        assertThat(put("manner", "{\"manner\":\"LYING\"}").statusCode()).isEqualTo(200);
        try {
            String pages = allPages(2016, 1);
            assertThat(pages).contains("<span id=\"total\">9</span>");
            assertThat(rows(pages)).hasSize(8);
        } finally {
            put("manner", "{\"manner\":\"TRUTHFUL\"}");
        }
        assertThat(rows(allPages(2016, 1))).hasSize(9);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertThat(put("manner", "{\"manner\":\"POLITE\"}").statusCode()).isEqualTo(400);
        assertThat(put("clock", "{\"now\":\"yesterday\"}").statusCode()).isEqualTo(400);
        assertThat(put("elsewhere", "{}").statusCode()).isEqualTo(404);
        assertThat(http.send(
                                HttpRequest.newBuilder(uri("/hangzhou/query")).build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
    }

    private Map<String, String> flags(int year) throws Exception {
        return rows(allPages(year, 1)).stream()
                .map(row -> row.split(" ", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Month and posted flag of each row, whatever the columns' order. */
    private static Set<String> rows(String pages) {
        Set<String> rows = new TreeSet<>();
        List<String> columns = cells(pages.substring(0, pages.indexOf("</thead>")), "th");
        for (String line : pages.split("<tr>", -1)) {
            List<String> cells = cells(line, "td");
            if (!cells.isEmpty()) {
                rows.add(digits(cells.get(columns.indexOf("AAE003"))) + " " + cells.get(columns.indexOf("AAE078")));
            }
        }
        return rows;
    }

    private static String digits(String month) {
        return month.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }

    private static List<String> cells(String line, String tag) {
        Matcher cell = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">").matcher(line);
        List<String> cells = new ArrayList<>();
        while (cell.find()) {
            cells.add(cell.group(1));
        }
        return cells;
    }

    private String allPages(int year, long seed) throws Exception {
        assertThat(put("order", "{\"seed\":" + seed + "}").statusCode()).isEqualTo(200);
        String first = query("hangzhou", JIANG, "姜远", year, "11", 1);
        Matcher pages = Pattern.compile("id=\"pages\">(\\d+)<").matcher(first);
        assertThat(pages.find()).isTrue();
        StringBuilder all = new StringBuilder(first);
        for (int page = 2; page <= Integer.parseInt(pages.group(1)); page++) {
            all.append(query("hangzhou", JIANG, "姜远", year, "11", page));
        }
        return all.toString();
    }

    private String query(String bureau, String idNumber, String name, int year, String kind, int page)
            throws Exception {
        String form = "aac002=%s&aac003=%s&aae001=%d&aae140=%s&page=%d"
                .formatted(idNumber, URLEncoder.encode(name, StandardCharsets.UTF_8), year, kind, page);
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/" + bureau + "/query"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        return response.body();
    }

    private void set(String now) throws Exception {
        assertThat(put("clock", "{\"now\":\"" + now + "\"}").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String control, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/control/" + control))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
