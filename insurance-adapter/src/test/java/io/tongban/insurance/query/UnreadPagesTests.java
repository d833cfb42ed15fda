package io.tongban.insurance.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Whatever pages of whatever record cannot be read: the years of the others are answered with all their rows. Only where an answer
 * that was not read whole shows a row of another year, kind or area, and the answer that was asked for these does not have the row,
 * these are silent too, with all their rows.
 */
@InsuranceServiceTest
class UnreadPagesTests {

    private static final List<String> AREAS = List.of("330104", "330106");
    private static final List<String> KINDS = List.of("11", "31", "120");
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2017;
    private static final int ROWS_OF_A_PAGE = 4;

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @BeforeEach
    void reset() {
        bureaux.reset();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takeNothingFromTheYearsOfTheOthers(long seed) {
        Random random = new Random(seed);
        Map<Asked, List<Map<String, String>>> record = generated(random);
        Set<Asked> unread = new HashSet<>();
        Set<String> astray = new HashSet<>();
        record.forEach((asked, rows) -> {
            if (serve(random, asked, record, astray)) {
                unread.add(asked);
            }
        });

        DocumentContext answer = ask();

        Map<Asked, String> states = states(answer);
        assertThat(states).hasSize(record.size());
        Map<Asked, Set<String>> delivered = delivered(answer);
        record.forEach((asked, rows) -> {
            Set<String> generated = names(rows);
            Set<String> more = new HashSet<>(delivered.getOrDefault(asked, Set.of()));
            if (!unread.contains(asked)) {
                assertThat(more).as("%s", asked).containsAll(generated);
            }
            more.removeAll(generated);
            assertThat(astray).as("nothing is made up in %s", asked).containsAll(more);
            assertThat(states.get(asked))
                    .as("%s", asked)
                    .isEqualTo(unread.contains(asked) || !more.isEmpty() ? "SILENT" : "ANSWERED");
        });
    }

    @Test
    void makeAYearSilentToWhichTheyAddARowAndNoOther() {
        Map<String, String> known = rowOf("201601", "11", "330104", "unit0");
        Map<String, String> added = rowOf("201501", "120", "330106", "stray");
        bureaux.answer(bureaux.jianggan(), 2016, "11", 1, page(1, 1, known));
        bureaux.answer(bureaux.jianggan(), 2017, "11", 1, page(1, 99, known, added));

        DocumentContext answer = ask();

        assertThat(states(answer).entrySet().stream()
                        .filter(entry -> entry.getValue().equals("SILENT"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(new Asked("330104", "11", 2017), new Asked("330106", "120", 2015));
        assertThat(delivered(answer))
                .isEqualTo(Map.of(
                        new Asked("330104", "11", 2016), names(List.of(known)),
                        new Asked("330106", "120", 2015), names(List.of(added))));
    }

    /** A year of a kind in an area, for which one bureau is asked. */
    private record Asked(String area, String kind, int year) {

        static Asked of(Map<String, String> row) {
            return new Asked(
                    Objects.requireNonNull(row.get("AAB034")),
                    Objects.requireNonNull(row.get("AAE140")),
                    Integer.parseInt(Objects.requireNonNull(row.get("AAE003")).substring(0, 4)));
        }
    }

    private static Map<Asked, List<Map<String, String>>> generated(Random random) {
        Map<Asked, List<Map<String, String>>> record = new LinkedHashMap<>();
        for (String area : AREAS) {
            for (String kind : KINDS) {
                for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                    Asked asked = new Asked(area, kind, year);
                    record.put(asked, generated(random, asked));
                }
            }
        }
        return record;
    }

    private static List<Map<String, String>> generated(Random random, Asked asked) {
        List<Map<String, String>> rows = new ArrayList<>();
        int count = random.nextInt(3 * ROWS_OF_A_PAGE);
        for (int i = 0; i < count; i++) {
            Map<String, String> row =
                    rowOf(month(random, asked.year()), asked.kind(), asked.area(), "unit%d".formatted(i));
            row.put("AAA115", List.of("10", "10", "20", "105", "77").get(random.nextInt(5)));
            rows.add(row);
        }
        return rows;
    }

    /** Rows of other years, kinds and areas, which the answers that are asked for these have, or do not have. */
    private static List<Map<String, String>> strays(Random random, Map<Asked, List<Map<String, String>>> record) {
        List<Map<String, String>> strays = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Asked other = List.copyOf(record.keySet()).get(random.nextInt(record.size()));
            List<Map<String, String>> known = Objects.requireNonNull(record.get(other));
            strays.add(
                    known.isEmpty() || random.nextBoolean()
                            ? rowOf(month(random, other.year()), other.kind(), other.area(), "stray")
                            : known.get(random.nextInt(known.size())));
        }
        return strays;
    }

    private static Map<String, String> rowOf(String month, String kind, String area, String unit) {
        return row(month, "AAE140", kind, "AAB034", area, "AAB001", unit);
    }

    private static String month(Random random, int year) {
        return "%d%02d".formatted(year, 1 + random.nextInt(12));
    }

    /** Whether some page of what is asked for is made such that it cannot be read. */
    private boolean serve(
            Random random, Asked asked, Map<Asked, List<Map<String, String>>> record, Set<String> astray) {
        List<Map<String, String>> rows = Objects.requireNonNull(record.get(asked));
        WireMockServer bureau = asked.area().equals("330104") ? bureaux.jianggan() : bureaux.xihu();
        int pages = Math.max(1, (rows.size() + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE);
        boolean broken = false;
        for (int number = 1; number <= pages; number++) {
            List<Map<String, String>> ofPage = rows.subList(
                    Math.min(rows.size(), (number - 1) * ROWS_OF_A_PAGE),
                    Math.min(rows.size(), number * ROWS_OF_A_PAGE));
            ResponseDefinitionBuilder response = html(page(pages, rows.size(), ofPage));
            if (random.nextInt(6) == 0) {
                broken = true;
                List<Map<String, String>> withStrays = new ArrayList<>(ofPage);
                withStrays.addAll(strays(random, record));
                astray.addAll(names(withStrays));
                response = unreadable(random, pages, rows.size(), withStrays);
            }
            bureaux.answer(bureau, asked.year(), asked.kind(), number, response);
        }
        return broken;
    }

    private static ResponseDefinitionBuilder unreadable(
            Random random, int pages, int total, List<Map<String, String>> rows) {
        String whole = page(pages, total, rows);
        return switch (random.nextInt(8)) {
            case 0 -> html("<html>系统维护中</html>");
            case 1 -> html(whole.substring(0, whole.indexOf("</table>")));
            case 2 -> aResponse().withStatus(404);
            case 3 -> html(page(pages, 99, rows));
            case 4 -> html(whole.replace("AAE078", "AAE077"));
            case 5 -> html(whole.replace("</table>", "<tr><td colspan='10'>加载失败</td></tr></table>"));
            case 6 -> {
                List<Map<String, String>> withOneUnread = new ArrayList<>(rows);
                withOneUnread.add(row("201701", "AAE078", "?"));
                yield html(page(pages, withOneUnread.size(), withOneUnread));
            }
            default ->
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html;charset=x-bureau")
                        .withBody(whole);
        };
    }

    private DocumentContext ask() {
        byte[] answer = new Asking()
                .with("areas", AREAS)
                .with("kinds", KINDS)
                .with("firstMonth", FIRST_YEAR + "-01")
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.parse(new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8));
    }

    /** Spans are in order, do not overlap, and differ from their neighbours. */
    private static Map<Asked, String> states(DocumentContext answer) {
        List<Map<String, String>> spans = answer.read("$.coverage");
        Map<Asked, String> states = new HashMap<>();
        Map<String, String> before = Map.of();
        for (Map<String, String> span : spans) {
            YearMonth first = YearMonth.parse(span.get("firstMonth"));
            YearMonth last = YearMonth.parse(span.get("lastMonth"));
            if (Objects.equals(span.get("kind"), before.get("kind"))
                    && Objects.equals(span.get("area"), before.get("area"))) {
                assertThat(YearMonth.parse(before.get("lastMonth")).plusMonths(1))
                        .isEqualTo(first);
                assertThat(span.get("state")).isNotEqualTo(before.get("state"));
            }
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                Asked asked = new Asked(
                        Objects.requireNonNull(span.get("area")), Objects.requireNonNull(span.get("kind")), year);
                assertThat(states.put(asked, Objects.requireNonNull(span.get("state"))))
                        .isNull();
            }
            before = span;
        }
        return states;
    }

    private static Map<Asked, Set<String>> delivered(DocumentContext answer) {
        List<Map<String, Object>> rows = answer.read("$.rows");
        Map<Asked, Set<String>> delivered = new HashMap<>();
        for (Map<String, Object> row : rows) {
            Map<String, String> served = row(
                    String.valueOf(row.get("month")).replace("-", ""),
                    "AAE140",
                    String.valueOf(row.get("kind")),
                    "AAB034",
                    String.valueOf(row.get("area")),
                    "AAB001",
                    String.valueOf(row.get("unit")),
                    "AAA115",
                    String.valueOf(row.get("type")));
            delivered
                    .computeIfAbsent(Asked.of(served), asked -> new HashSet<>())
                    .add(named(served));
        }
        return delivered;
    }

    private static Set<String> names(List<Map<String, String>> rows) {
        return rows.stream().map(UnreadPagesTests::named).collect(Collectors.toSet());
    }

    private static String named(Map<String, String> row) {
        return Asked.of(row) + " " + row.get("AAE003") + " "
                + Objects.requireNonNull(row.get("AAB001")).toUpperCase(Locale.ROOT) + " " + row.get("AAA115");
    }
}
