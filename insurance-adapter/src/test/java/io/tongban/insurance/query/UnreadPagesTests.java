package io.tongban.insurance.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever pages of whatever record cannot be read: the years of the others are answered, with all their rows. */
@InsuranceServiceTest
class UnreadPagesTests {

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
        Set<String> unread = new HashSet<>();
        Map<String, Set<String>> rows = new HashMap<>();
        for (String kind : KINDS) {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                List<Map<String, String>> ofYear = generated(random, kind, year);
                rows.put(
                        kind + " " + year,
                        new HashSet<>(
                                ofYear.stream().map(UnreadPagesTests::named).toList()));
                if (serve(random, kind, year, ofYear)) {
                    unread.add(kind + " " + year);
                }
            }
        }

        DocumentContext answer = ask();

        Map<String, String> states = states(answer);
        assertThat(states).hasSize(rows.size());
        Map<String, Set<String>> delivered = delivered(answer);
        rows.forEach((year, generated) -> {
            assertThat(states.get(year)).as(year).isEqualTo(unread.contains(year) ? "SILENT" : "ANSWERED");
            Set<String> ofYear = delivered.getOrDefault(year, Set.of());
            if (unread.contains(year)) {
                assertThat(generated).as("nothing is made up in " + year).containsAll(ofYear);
            } else {
                assertThat(ofYear).as(year).isEqualTo(generated);
            }
        });
    }

    private static List<Map<String, String>> generated(Random random, String kind, int year) {
        List<Map<String, String>> rows = new ArrayList<>();
        int count = random.nextInt(3 * ROWS_OF_A_PAGE);
        for (int i = 0; i < count; i++) {
            rows.add(row(
                    "%d%02d".formatted(year, 1 + random.nextInt(12)),
                    "AAE140",
                    kind,
                    "AAB001",
                    "unit%d".formatted(i),
                    "AAA115",
                    List.of("10", "10", "20", "105", "77").get(random.nextInt(5))));
        }
        return rows;
    }

    /** Whether some page of them is made such that it cannot be read. */
    private boolean serve(Random random, String kind, int year, List<Map<String, String>> rows) {
        int pages = Math.max(1, (rows.size() + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE);
        boolean broken = false;
        for (int number = 1; number <= pages; number++) {
            List<Map<String, String>> ofPage = rows.subList(
                    Math.min(rows.size(), (number - 1) * ROWS_OF_A_PAGE),
                    Math.min(rows.size(), number * ROWS_OF_A_PAGE));
            String whole = page(pages, rows.size(), ofPage);
            boolean breaks = random.nextInt(6) == 0;
            broken |= breaks;
            bureaux.answer(
                    bureaux.jianggan(),
                    year,
                    kind,
                    number,
                    breaks ? unreadable(random, whole, pages, ofPage) : html(whole));
        }
        return broken;
    }

    private static ResponseDefinitionBuilder unreadable(
            Random random, String whole, int pages, List<Map<String, String>> rows) {
        return switch (random.nextInt(6)) {
            case 0 -> html("<html>系统维护中</html>");
            case 1 -> html(whole.substring(0, whole.indexOf("</table>")));
            case 2 -> aResponse().withStatus(404);
            case 3 -> html(page(pages, 99, rows));
            case 4 -> html(whole.replace("AAE078", "AAE077"));
            default ->
                aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html;charset=x-bureau")
                        .withBody(whole);
        };
    }

    private DocumentContext ask() {
        byte[] answer = new Asking()
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

    /** By kind and year; spans are in order, do not overlap, and differ from their neighbours. */
    private static Map<String, String> states(DocumentContext answer) {
        List<Map<String, String>> spans = answer.read("$.coverage");
        Map<String, String> states = new HashMap<>();
        Map<String, String> before = Map.of();
        for (Map<String, String> span : spans) {
            YearMonth first = YearMonth.parse(span.get("firstMonth"));
            YearMonth last = YearMonth.parse(span.get("lastMonth"));
            if (Objects.equals(span.get("kind"), before.get("kind"))) {
                assertThat(YearMonth.parse(before.get("lastMonth")).plusMonths(1))
                        .isEqualTo(first);
                assertThat(span.get("state")).isNotEqualTo(before.get("state"));
            }
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                assertThat(states.put(span.get("kind") + " " + year, span.get("state")))
                        .isNull();
            }
            before = span;
        }
        return states;
    }

    private static Map<String, Set<String>> delivered(DocumentContext answer) {
        List<Map<String, Object>> rows = answer.read("$.rows");
        Map<String, Set<String>> delivered = new HashMap<>();
        for (Map<String, Object> row : rows) {
            String month = String.valueOf(row.get("month"));
            delivered
                    .computeIfAbsent(row.get("kind") + " " + month.substring(0, 4), year -> new HashSet<>())
                    .add(month.replace("-", "") + " " + row.get("unit") + " " + row.get("type"));
        }
        return delivered;
    }

    private static String named(Map<String, String> row) {
        return row.get("AAE003") + " "
                + Objects.requireNonNull(row.get("AAB001")).toUpperCase(Locale.ROOT) + " " + row.get("AAA115");
    }
}
