package io.tongban.insurance.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Pages as bureaux write them, and their right readings; see {@code pages/README.md} among the resources. */
@InsuranceServiceTest
class PagesTests {

    private static final String FOLDER = "/pages/";
    private static final List<String> COLUMNS =
            List.of("AAE003", "AAE140", "AAB001", "AAB004", "AAB034", "AAE180", "AAE020", "AAA115", "AAE078", "AAE079");
    private static final Pattern LINE = Pattern.compile("\\{([0-9]{6})}");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMM");

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @BeforeEach
    void reset() {
        bureaux.reset();
        breakers.circuitBreaker("jianggan").reset();
    }

    /**
     * A page of the list.
     *
     * @param rows empty where the page is not read whole and nothing is said of its rows
     */
    record Page(String odd, ResponseDefinitionBuilder response, int year, String state, List<String> rows) {

        static Page of(Map<String, Object> listed) {
            @SuppressWarnings("unchecked")
            List<String> rows = (List<String>) listed.getOrDefault("rows", List.of());
            return new Page(
                    (String) Objects.requireNonNull(listed.get("odd")),
                    response(bytes(listed, rows.size()), (String)
                            listed.getOrDefault("contentType", "text/html;charset=UTF-8")),
                    (int) listed.getOrDefault("year", 2017),
                    (String) listed.getOrDefault("state", "ANSWERED"),
                    rows);
        }

        private static byte[] bytes(Map<String, Object> listed, int rows) {
            if (listed.get("file") instanceof String file) {
                return resource(file);
            }
            Object total = listed.getOrDefault("total", rows);
            Object page = listed.getOrDefault(
                    "page",
                    "<!DOCTYPE html><html><head><title>缴费明细</title></head><body>{counts}<table id=\"records\">"
                            + listed.get("table") + "</table></body></html>");
            return filledIn((String) page, total)
                    .getBytes(Charset.forName((String) listed.getOrDefault("encoding", "UTF-8")));
        }

        private static ResponseDefinitionBuilder response(byte[] bytes, String contentType) {
            ResponseDefinitionBuilder response = aResponse().withStatus(200).withBody(bytes);
            return contentType.isEmpty() ? response : response.withHeader("Content-Type", contentType);
        }

        @Override
        public String toString() {
            return odd;
        }
    }

    static Stream<Page> pages() {
        List<Map<String, Object>> listed = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new String(resource("pages.yaml"), StandardCharsets.UTF_8));
        return listed.stream().map(Page::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isReadAsItMustBe(Page page) {
        bureaux.answer(bureaux.jianggan(), page.year(), "11", 1, page.response());

        DocumentContext answer = ask(page.year());

        assertThat(states(answer, page.year())).containsExactly(page.state());
        if (page.state().equals("ANSWERED")) {
            assertThat(rows(answer)).containsExactlyInAnyOrderElementsOf(page.rows());
        }
        assertThat(answer.<Integer>read("$.duplicateRows")).isZero();
        CircuitBreaker.Metrics breaker = breakers.circuitBreaker("jianggan").getMetrics();
        assertThat(breaker.getNumberOfFailedCalls()).as("no page is an outage").isZero();
    }

    @Test
    void everyFileOfTheFolderIsListed() throws IOException {
        Path folder = Path.of(Objects.requireNonNull(PagesTests.class.getResource(FOLDER + "pages.yaml"))
                        .getPath())
                .resolveSibling("");
        String list = new String(resource("pages.yaml"), StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html")))
                    .hasSize(12)
                    .allMatch(name -> list.contains("file: " + name + "\n"));
        }
    }

    private DocumentContext ask(int year) {
        byte[] answer = new Asking()
                .with("firstMonth", year + "-01")
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.parse(new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8));
    }

    /** What is said of the year of the page; the others are answered. */
    private static List<String> states(DocumentContext answer, int year) {
        return answer.read(
                "$.coverage[?(@.kind == '11' && @.area == '330104' && @.firstMonth == '%d-01')].state".formatted(year));
    }

    private static List<String> rows(DocumentContext answer) {
        List<Map<String, @Nullable Object>> rows = answer.read("$.rows");
        return rows.stream().map(PagesTests::differences).toList();
    }

    /** The month and what is not as in a normal row. */
    private static String differences(Map<String, @Nullable Object> row) {
        String month = String.valueOf(row.get("month"));
        Map<String, String> normal = Map.of(
                "kind", "11",
                "unit", "30010001",
                "unitName", "杭州甲科技有限公司",
                "area", "330104",
                "type", "10",
                "base", "3500.00",
                "amount", "280.00",
                "posted", "1",
                "postedMonth",
                        month.equals("null")
                                ? "null"
                                : YearMonth.parse(month).plusMonths(1).toString());
        return Stream.concat(
                        Stream.of(month),
                        Stream.of("kind", "unit", "unitName", "area", "type", "base", "amount", "posted", "postedMonth")
                                .filter(field -> !text(row.get(field)).equals(normal.get(field)))
                                .map(field -> field + "=" + text(row.get(field))))
                .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).setScale(2).toPlainString()
                : String.valueOf(value);
    }

    private static String filledIn(String template, Object total) {
        String page = template.replace("{header}", cells("th", COLUMNS))
                .replace(
                        "{n}",
                        cells("td", COLUMNS.stream().map(column -> "&nbsp;").toList()))
                .replace(
                        "{counts}",
                        "<p>共 <span id=\"total\">%s</span> 条，<span id=\"pages\">1</span> 页</p>".formatted(total));
        Matcher line = LINE.matcher(page);
        return line.replaceAll(match -> normalLine(YearMonth.parse(match.group(1), DIGITS)));
    }

    private static String normalLine(YearMonth month) {
        return cells(
                "td",
                List.of(
                        month.format(DIGITS),
                        "11",
                        "30010001",
                        "杭州甲科技有限公司",
                        "330104",
                        "3500.00",
                        "280.00",
                        "10",
                        "1",
                        month.plusMonths(1).format(DIGITS)));
    }

    private static String cells(String name, List<String> texts) {
        return texts.stream()
                .map(text -> "<%1$s>%2$s</%1$s>".formatted(name, text))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = PagesTests.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
