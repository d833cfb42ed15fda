package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every error is a problem that names places and never values. */
@SampleServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    private static final String NUMBER = "330104199001010013";

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private JsonMapper json;

    @LocalServerPort
    private int port;

    @Test
    void whatIsNotJsonIsUnreadable() {
        assertThat(problem(check("{\"name\": \"" + NUMBER + ""), 400, "unreadable-json"))
                .doesNotContain(NUMBER)
                .doesNotContain("Unexpected");
        problem(check(""), 400, "unreadable-json");
    }

    @Test
    void aPropertyThatIsThereTwiceIsUnreadable() {
        problem(check("{\"name\": \"a\", \"name\": \"b\", \"number\": \"" + NUMBER + "\"}"), 400, "unreadable-json");
    }

    @Test
    void anUnknownPropertyIsNamedWithThoseThatThereAreAndItsValueIsNot() {
        String body = problem(
                check("{\"name\": \"a\", \"number\": \"" + NUMBER
                        + "\", \"parts\": [{\"size\": 1, \"seize\": \"secret\"}]}"),
                422,
                "invalid-request");
        assertThat(body)
                .contains("\"pointer\":\"#/parts/0/seize\"", "\"code\":\"property-unknown\"", "\"allowed\":[\"size\"]")
                .contains("it has size")
                .doesNotContain("secret");
    }

    @Test
    void everythingThatDoesNotFitIsPlacedAtOnceWithWhatIsExpectedThere() {
        String body = problem(check("""
                        {"name": 5, "number": "x", "madeOn": "8.5.2017", "colour": "BLUE", "labels": ["a", 7, ""],
                         "parts": [{"size": "3"}, {"size": 1.5, "weight": 2}], "nmae": "%s"}""".formatted(NUMBER)), 422, "invalid-request");
        JsonNode errors = json.readTree(body).get("errors");
        assertThat(errors.findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "#/name",
                        "#/number",
                        "#/madeOn",
                        "#/colour",
                        "#/labels/1",
                        "#/labels/2",
                        "#/parts/0/size",
                        "#/parts/1/size",
                        "#/parts/1/weight",
                        "#/nmae");
        assertThat(error(errors, "#/name").toString())
                .isEqualTo(
                        "{\"pointer\":\"#/name\",\"code\":\"wrong-type\",\"detail\":\"must be text\",\"expected\":{\"type\":\"string\"}}");
        assertThat(error(errors, "#/madeOn").toString())
                .contains("must be a date such as 2017-05-08", "\"format\":\"date\"");
        assertThat(error(errors, "#/colour").toString())
                .contains("must be one of RED, GREEN", "\"allowed\":[\"RED\",\"GREEN\"]");
        assertThat(error(errors, "#/parts/0/size").toString())
                .contains("must be a whole number, not written as text", "\"expected\":{\"type\":\"integer\"}");
        assertThat(error(errors, "#/number").toString()).contains("\"pattern\":\"[0-9]{17}[0-9X]\"");
        assertThat(body).doesNotContain(NUMBER).doesNotContain("BLUE");
        assertThat(errors).allSatisfy(error -> assertThat(error.has("expected")).isTrue());
    }

    @Test
    void whatAnEmptyTextOrANumberIsNotReadAsIsRefused() {
        String body = problem(
                check("{\"name\": \"a\", \"number\": true, \"madeOn\": \"\", \"colour\": 0, \"labels\": \"a\"}"),
                422,
                "invalid-request");
        assertThat(json.readTree(body).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/number", "#/madeOn", "#/colour", "#/labels");
        problem(check("{\"name\": \"a\", \"madeOn\": 17000}"), 422, "invalid-request");
        problem(check("{\"name\": \"a\", \"madeOn\": \"2017-05-08T10:00:00\"}"), 422, "invalid-request");
        problem(check("{\"name\": \"a\", \"madeOn\": [2017, 5, 8]}"), 422, "invalid-request");
        problem(check("{\"name\": \"a\", \"madeOn\": \"+12017-05-08\"}"), 422, "invalid-request");
        problem(check("{\"name\": \"a\", \"madeOn\": \"2017-02-31\"}"), 422, "invalid-request");
        problem(check("{\"name\": \"a\", \"parts\": [{}]}"), 422, "invalid-request");
        problem(check("[]"), 422, "invalid-request");
    }

    @Test
    void aNumberThatItsTypeCannotHoldIsPlacedLikeEverythingElse() {
        String body = problem(check("{\"name\": 5, \"parts\": [{\"size\": 99999999999}, {}]}"), 422, "invalid-request");
        JsonNode errors = json.readTree(body).get("errors");
        assertThat(errors.findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/name", "#/parts/0/size", "#/parts/1/size");
        assertThat(error(errors, "#/parts/0/size").toString())
                .contains("\"code\":\"out-of-range\"", "-2147483648 to 2147483647", "\"maximum\":2147483647");
        problem(check("{\"name\": \"a\", \"parts\": [{\"size\": 99999999999}]}"), 422, "invalid-request");
    }

    @Test
    void aTextThatNoDatabaseKeepsIsRefusedWhereverItStands() throws IOException {
        JsonNode errors = json.readTree(problem(
                        check(
                                "{\"name\": \"a\\u0000\", \"labels\": [\"b\", \"\\u0000\"], \"says\": {\"c\": \"d\\u0000\"}}"),
                        422,
                        "invalid-request"))
                .get("errors");
        assertThat(errors.findValuesAsString("pointer")).containsExactlyInAnyOrder("#/name", "#/labels/1", "#/says/c");
        assertThat(errors.findValuesAsString("code")).containsOnly("holds-nul");
        assertThat(raw("GET /things/pages?after=%00 HTTP/1.1\r\nAuthorization: Bearer " + tokens.withRoles("maker")))
                .startsWith("HTTP/1.1 422")
                .contains("\"parameter\":\"after\"", "\"code\":\"holds-nul\"");
    }

    @Test
    void aNameThatCouldBeAValueIsNotShown() {
        String body = problem(
                check("{\"name\": \"a\", \"" + NUMBER + "\": 1, \"江小明\": 2, \"nmae\": 3," + " \"says\": {\"" + NUMBER
                        + "\": \"a\"}, \"labels\": [4]}"),
                422,
                "invalid-request");
        assertThat(json.readTree(body).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/*", "#/*", "#/nmae", "#/says/*", "#/labels/0");
        assertThat(body).doesNotContain(NUMBER, "江小明");
    }

    @Test
    void aPlaceIsCalledAsTheBodyCallsIt() {
        JsonNode errors = json.readTree(problem(
                        check(
                                "{\"name\": \"a\", \"says\": {\"a-b\": \"long\"}, \"tags\": [\" \"], \"case\": \"long\"}"),
                        422,
                        "invalid-request"))
                .get("errors");
        assertThat(errors.findValuesAsString("pointer")).containsExactlyInAnyOrder("#/says/a-b", "#/tags", "#/case");
        assertThat(error(errors, "#/case").toString()).contains("\"maxLength\":3");
    }

    @Test
    void soIsAPlaceWithinOneThatIsCalledOtherwise() {
        String body = problem(
                check("{\"name\": \"a\", \"in\": [{\"for\": \"me\"}, {\"for\": \"long\"}]}"), 422, "invalid-request");
        assertThat(body)
                .contains("\"pointer\":\"#/in/1/for\",\"code\":\"size\"", "\"maxLength\":3", "0 to 3 characters")
                .doesNotContain("whom", "boxes");
        assertThat(String.valueOf(check("{\"name\": \"a\", \"in\": [{\"for\": \"𠮷𠮷𠮷\"}]}")
                        .getStatus()))
                .as("a character beyond the first plane is one")
                .contains("200");
    }

    @Test
    void halfACharacterIsRefusedWhereverItStands() {
        for (String half : List.of("\\ud800", "\\udfff a", "\\udc00\\ud800")) {
            String body = problem(
                    check("{\"name\": \"" + half + "\", \"says\": {\"a\": \"" + half + "\"}, \"tags\": [\"" + half
                            + "\"]}"),
                    422,
                    "invalid-request");
            assertThat(json.readTree(body).get("errors").findValuesAsString("pointer"))
                    .contains("#/name", "#/says/a", "#/tags/0");
        }
    }

    @Test
    void aBodyThatBreaksOffBehindWhatDoesNotFitIsUnreadable() {
        problem(check("{\"name\": 5, \"madeOn\": "), 400, "unreadable-json");
    }

    @Test
    void aRuleAboutSeveralMembersIsPlacedAtTheirObject() {
        JsonNode errors = json.readTree(problem(
                        check("{\"name\": \"a\", \"number\": \"" + NUMBER + "\", \"colour\": \"RED\"}"),
                        422,
                        "invalid-request"))
                .get("errors");
        assertThat(errors).hasSize(1);
        assertThat(error(errors, "#").get("code").asString()).isEqualTo("coloured-after-it-was-made");
    }

    @Test
    void aClientOfOthersStillIgnoresWhatANewerProviderAdds() {
        assertThat(json.readValue("{\"size\": 3, \"added\": true}", SampleService.Part.class))
                .isEqualTo(new SampleService.Part(3));
    }

    @Test
    void aWrongTypeIsPlacedAndItsValueIsNotEchoed() {
        String body = problem(
                check("{\"name\": \"a\", \"parts\": [{\"size\": \"" + NUMBER + "x\"}]}"), 422, "invalid-request");
        assertThat(body)
                .contains("\"pointer\":\"#/parts/0/size\"", "\"code\":\"wrong-type\"")
                .doesNotContain(NUMBER);
    }

    @Test
    void everythingInvalidIsPlacedAtOnceAndNoValueIsEchoed() {
        String body = problem(
                check("{\"name\": \" \", \"number\": \"" + NUMBER
                        + "9\", \"parts\": [{\"size\": 1}, {\"size\": -987654321}]}"),
                422,
                "invalid-request");
        assertThat(body)
                .contains("\"pointer\":\"#/name\"", "\"code\":\"not-blank\"", "must not be blank")
                .contains("\"pointer\":\"#/number\"", "\"code\":\"pattern\"")
                .contains("\"pointer\":\"#/parts/1/size\"", "\"code\":\"positive\"")
                .doesNotContain(NUMBER)
                .doesNotContain("987654321");
    }

    @Test
    void ofVeryManyPlacesTheFirstAreNamed() {
        JsonNode problem = json.readTree(problem(
                check("{\"name\": \"a\", \"labels\": [" + "\"\", ".repeat(300) + "\"\"]}"), 422, "invalid-request"));

        assertThat(problem.path("errors")).hasSize(100);
        assertThat(problem.path("errorsLeftOut").asInt()).isEqualTo(202); // each of 301, and how many there are
    }

    @Test
    void veryManyParametersAreNamedNoMoreThanOther() {
        String names = IntStream.range(0, 700).mapToObj(number -> "p" + number).collect(Collectors.joining("&"));

        JsonNode problem = json.readTree(problem(get("/things/found?" + names), 422, "invalid-request"));

        assertThat(problem.path("errors")).hasSize(100);
        assertThat(problem.path("errorsLeftOut").asInt()).isGreaterThan(600);
    }

    @Test
    void aBodyOfVeryManyPartsIsNotTakenApart() {
        String body = problem(
                check("{\"name\": \"a\", \"parts\": [" + "{}, ".repeat(200_000) + "{}]}"), 422, "invalid-request");

        assertThat(body)
                .contains("\"pointer\":\"#\"", "\"code\":\"too-many-tokens\"", "more than 20000 names")
                .hasSizeLessThan(1_000);
    }

    @Test
    void aBodyThatFillsTheMemoryIsNotRead() {
        String body = problem(check("{\"name\": \"" + "x".repeat(8 * 1024 * 1024) + "\"}"), 413, "body-too-large");

        assertThat(body).contains("\"limit\":8388608");
    }

    @Test
    void notEvenAMessageThatAsksForTheValueGetsIt() {
        String body = problem(check("{\"name\": \"a\", \"indiscreet\": \"" + NUMBER + "\"}"), 422, "invalid-request");
        assertThat(body).contains("#/indiscreet").doesNotContain(NUMBER);
    }

    @Test
    void parametersAreNamed() {
        assertThat(problem(get("/things/1?size=2"), 422, "invalid-request"))
                .contains("\"parameter\":\"id\"", "\"code\":\"wrong-type\"");
        String id = "00000000-0000-7000-8000-330104008008";
        assertThat(problem(get("/things/" + id), 422, "invalid-request"))
                .contains("\"parameter\":\"size\"", "\"code\":\"required\"");
        assertThat(problem(get("/things/" + id + "?size=-987654321"), 422, "invalid-request"))
                .contains("\"parameter\":\"size\"", "\"code\":\"positive\"")
                .doesNotContain("987654321");
    }

    @Test
    void everythingWrongInAQueryIsNamedAtOnce() {
        String body = problem(
                get("/things/found?on=8.5.2017&colour=BLUE&size=0&limit=201&nmae=secret&330104199001010013&江"),
                422,
                "invalid-request");
        JsonNode errors = json.readTree(body).get("errors");
        assertThat(errors.findValuesAsString("parameter"))
                .containsExactlyInAnyOrder("on", "at", "colour", "size", "limit", "nmae", "*", "*");
        assertThat(named(errors, "on").toString()).contains("must be a date such as 2017-05-08");
        assertThat(named(errors, "at").toString()).contains("\"code\":\"required\"", "\"format\":\"date-time\"");
        assertThat(named(errors, "colour").toString()).contains("\"allowed\":[\"RED\",\"GREEN\"]");
        assertThat(named(errors, "size").toString()).contains("\"exclusiveMinimum\":0");
        assertThat(named(errors, "limit").toString()).contains("\"minimum\":1", "\"maximum\":200");
        assertThat(named(errors, "nmae").toString())
                .contains(
                        "\"code\":\"parameter-unknown\"",
                        "\"allowed\":[\"on\",\"at\",\"colour\",\"size\",\"after\",\"limit\"]");
        assertThat(body).doesNotContain("secret").doesNotContain(NUMBER).doesNotContain("BLUE");
    }

    @Test
    void aQueryThatIsInOrderIsRead() {
        problem(get("/things/found?on=%2B12017-05-08&at=2017-05-08T11:15:00%2B08:00"), 422, "invalid-request");
        problem(get("/things/found?on=2017-05-08&at=%2B12017-05-08T11:15:00%2B08:00"), 422, "invalid-request");
        assertThat(get("/things/found?on=2017-05-08&at=2017-05-08T11:15:00+08:00&colour=RED&limit=2")
                        .getResponseBody())
                .isEqualTo("2017-05-08 2017-05-08T11:15+08:00 RED 1 2");
    }

    @ParameterizedTest
    @CsvSource({
        "on, 5/8/17, wrong-type",
        "on, 2017-02-30, wrong-type",
        "at, 2017-05-08T11:15:00, wrong-type",
        "at, 2017-05-08, wrong-type"
    })
    void timesHaveOneForm(String parameter, String value, String code) {
        JsonNode errors = json.readTree(
                        problem(get("/things/found?" + parameter + "=" + value), 422, "invalid-request"))
                .get("errors");
        assertThat(named(errors, parameter).get("code").asString()).isEqualTo(code);
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        assertThat(problem(get("/things/pages?limit=1&limit=2"), 422, "invalid-request"))
                .contains("\"parameter\":\"limit\"", "\"code\":\"repeated\"");
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "-1", "many", "1e2", "0x10", "1 0", "99999999999"})
    void aPageHasALimit(String limit) {
        assertThat(problem(get("/things/pages?limit=" + limit), 422, "invalid-request"))
                .contains("\"parameter\":\"limit\"");
    }

    @ParameterizedTest
    @CsvSource({"'', limit 50, null", "?limit=1, limit 1, null", "?limit=200&after=abc, limit 200, '\"abc\"'"})
    void aPageCanBeAskedFor(String query, String limit, String next) {
        assertThat(get("/things/pages" + query).getResponseBody())
                .isEqualTo("{\"items\":[\"" + limit + "\"],\"next\":" + next + "}");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(get("/things/not/there"), 404, "not-found");
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() {
        EntityExchangeResult<String> result =
                exchange(HttpMethod.DELETE, "/things/json", null, MediaType.APPLICATION_JSON);
        problem(result, 405, "method-not-allowed");
        assertThat(result.getResponseHeaders().getAllow()).contains(HttpMethod.GET);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        problem(
                exchange(HttpMethod.POST, "/things/checked", "name=a", MediaType.TEXT_PLAIN),
                415,
                "unsupported-media-type");
        EntityExchangeResult<String> result = http.get()
                .uri("/things/json")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header(HttpHeaders.ACCEPT, "image/png")
                .exchange()
                .returnResult(String.class);
        problem(result, 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void jsonIsInUtf8(String charset) {
        byte[] body = "{\"name\": \"a\", \"number\": \"330104199001010013\"}".getBytes(Charset.forName(charset));
        for (String type : List.of("application/json", "application/json; charset=utf-8")) {
            problem(posted(type, "identity", body), 400, "unreadable-json");
        }
        problem(posted("application/json; charset=" + charset, "identity", body), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "json",
                "application/json; charset=none-such",
                "application/json\r\nContent-Type: text/plain",
                "application/json, text/plain",
                "",
                "text/plain;application/json"
            })
    void aTypeThatCannotBeReadIsNotJson(String type) throws IOException {
        assertThat(raw("POST /things/checked HTTP/1.1\r\nContent-Type: " + type
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\nHost: localhost\r\n\r\n2\r\n{}\r\n0"))
                .startsWith("HTTP/1.1 415")
                .contains("\"/errors/unsupported-media-type\"", "Accept: application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT /open/today HTTP/1.1, 501, not-implemented",
        "POST /things/checked HTTP/1.1|Transfer-Encoding: gzip, 501, not-implemented",
        "GET /open/today HTTP/2.0, 505, version-not-supported",
        "GET /open/today FTP/1.1, 400, bad-request",
        "TRACE /open/today HTTP/1.1, 405, method-not-allowed",
        "GET /error HTTP/1.1, 401, not-signed-in",
        "GET /open/today HTTP/1.1|Content-Length: 1|Content-Length: 2, 400, bad-request",
        "GET /open/today HTTP/1.1|Content-Length: -1, 400, bad-request",
        "G\u0001T /open/today HTTP/1.1, 400, bad-request",
        "GET /open/{today} HTTP/1.1, 400, bad-request"
    })
    void whatTheContainerRefusesHasTheStatusThatHttpHasForIt(String request, int status, String type)
            throws IOException {
        assertThat(raw(request.replace("|", "\r\n")))
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "\"/errors/" + type + "\"");
    }

    @Test
    void whoSpeaksManyLanguagesIsAnswered() throws IOException {
        assertThat(raw("GET /nowhere HTTP/1.1\r\nAccept-Language: " + "fr-x-a;q=0.1, ".repeat(400) + "zh"))
                .startsWith("HTTP/1.1 4")
                .contains("Content-Language: zh");
    }

    @Test
    void whatIsTooLargeIsNamed() throws IOException {
        assertThat(raw("GET /open/today?q=" + "x".repeat(6_000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 414")
                .contains("\"/errors/uri-too-long\"", "\"limit\":6000");
        assertThat(raw("GET /open/today HTTP/1.1\r\nX-Much: " + "x".repeat(12_000)))
                .startsWith("HTTP/1.1 431")
                .contains("\"/errors/headers-too-large\"", "\"limit\":12000");
        assertThat(raw("GET /open/today HTTP/1.1\r\nX-Much: " + "x".repeat(11_000)))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /open/today HTTP/1.1\r\nX-Much: " + "x".repeat(100_000)))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"姜远", "Jiang Yuan", "330104-1990-01", "2017-05-08", "1380013", "a=b", "x\ty"})
    void whatIsNoShortWordIsNotRepeated(String name) {
        EntityExchangeResult<String> answer = check("{\"" + name.replace("\t", "\\t") + "\": 1}");
        assertThat(answer.getResponseBody()).contains("\"#/*\"").doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource({
        "*, 415",
        "*/*, 415",
        "json, 415",
        "text/*, 415",
        "text/plain, 200",
        "application/x-www-form-urlencoded, 200"
    })
    void aTypeWithoutABodyMustOnlyBeOne(String type, int status) throws IOException {
        assertThat(raw("GET /open/today HTTP/1.1\r\nContent-Type: " + type)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aPackedBodyIsNotUnpacked() {
        problem(posted("application/json", "gzip", new byte[] {31, -117, 8}), 415, "unsupported-media-type");
        assertThat(posted("application/json", "identity", "{}".getBytes(StandardCharsets.UTF_8))
                        .getStatus()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void aBodyOfUnknownFormIsNotReadWhereverItIsSent() {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
            problem(
                    exchange(method, "/things/json", "name=a", MediaType.APPLICATION_FORM_URLENCODED),
                    415,
                    "unsupported-media-type");
        }
    }

    private EntityExchangeResult<String> posted(String type, String coding, byte[] body) {
        return http.post()
                .uri("/things/checked")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_ENCODING, coding)
                .body(body)
                .exchange()
                .returnResult(String.class);
    }

    @Test
    void anInternalErrorTellsItsRequestIdAndNothingElse() {
        EntityExchangeResult<String> result = get("/things/broken");
        String body = problem(result, 500, "internal");
        assertThat(body)
                .contains("\"requestId\":\"" + result.getResponseHeaders().getFirst("X-Request-Id") + "\"")
                .doesNotContain("secret")
                .doesNotContain(NUMBER)
                .doesNotContain("Exception")
                .doesNotContain("io.tongban")
                .doesNotContain("/things/broken");
    }

    @Test
    void whatTheDatabaseSaysAboutValuesIsNotEvenLogged(CapturedOutput output) {
        problem(
                exchange(HttpMethod.POST, "/things/twice", "{\"name\": \"x\"}", MediaType.APPLICATION_JSON),
                500,
                "internal");
        assertThat(output.getAll())
                .contains("violates unique constraint \"thing_pk\"")
                .doesNotContain("already exists");
    }

    @ParameterizedTest
    @CsvSource({
        "'zh-CN,zh;q=0.9,en;q=0.8', zh, 未找到, 该地址没有内容。",
        "'en,zh;q=0.5', en, Not found, There is nothing at this address.",
        "'fr,zh;q=0.5', zh, 未找到, 该地址没有内容。",
        "fr, en, Not found, There is nothing at this address."
    })
    void titleAndDetailSpeakTheLanguageOfTheReader(String wanted, String language, String title, String detail) {
        EntityExchangeResult<String> result = http.get()
                .uri("/things/not/there")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, wanted)
                .exchange()
                .returnResult(String.class);
        JsonNode problem = json.readTree(problem(result, 404, "not-found"));
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("detail").asString()).isEqualTo(detail);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE))
                .isEqualTo(language);
    }

    @Test
    void theDetailOfEveryPlaceSpeaksTheLanguageOfTheReader() {
        EntityExchangeResult<String> result = http.post()
                .uri("/things/checked")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN,en;q=0.5")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"name": " ", "number": "1", "parts": [{"size": 0}, {"size": 1}, {"size": 1}], "indiscreet": "x",
                         "madeOn": "x", "colour": "x", "labels": []}""".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .returnResult(String.class);
        JsonNode errors = json.readTree(problem(result, 422, "invalid-request")).get("errors");
        assertThat(errors).hasSize(8);
        assertThat(errors.findValuesAsString("detail"))
                .contains("不得为空白", "须符合格式 [0-9]{17}[0-9X]", "须有 0 至 2 个元素", "须为日期，例如 2017-05-08", "须为下列值之一：RED、GREEN")
                .filteredOn(detail -> detail.matches("(?s).*[a-z]{4}.*"))
                .as("the one text that its constraint brings itself")
                .containsExactly("must not be ${validatedValue}");
    }

    @Test
    void whatTheFirewallRefusesIsAProblemToo() throws IOException {
        String answer = raw("GET /open/..;/me HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/errors/bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /things/pages?limit=%zz",
        "GET /things/pages?after=%",
        "GET /things/00000000-0000-7000-8000-330104008008?size=%c3%28"
    })
    void aQueryThatCannotBeDecodedIsABadRequest(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nAuthorization: Bearer " + tokens.withRoles("maker"));
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/errors/bad-request");
    }

    @Test
    void aQueryThatNobodyReadsIsRefusedAndNotDecoded() throws IOException {
        assertThat(raw("GET /open/today?q=%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 422")
                .contains("\"parameter\":\"q\"", "which has none");
        assertThat(raw("GET /open/today HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /me?q=%zz HTTP/1.1")).startsWith("HTTP/1.1 401");
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode error(JsonNode errors, String pointer) {
        return having(errors, "pointer", pointer);
    }

    private static JsonNode named(JsonNode errors, String parameter) {
        return having(errors, "parameter", parameter);
    }

    private static JsonNode having(JsonNode errors, String member, String value) {
        return errors.valueStream()
                .filter(error -> error.path(member).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(member + " " + value + " is not in " + errors));
    }

    private EntityExchangeResult<String> check(String body) {
        return exchange(HttpMethod.POST, "/things/checked", body, MediaType.APPLICATION_JSON);
    }

    private EntityExchangeResult<String> get(String path) {
        return exchange(HttpMethod.GET, path, null, MediaType.APPLICATION_JSON);
    }

    private EntityExchangeResult<String> exchange(
            HttpMethod method, String path, @Nullable String body, MediaType type) {
        RestTestClient.RequestBodySpec request = http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .contentType(type);
        if (body != null) {
            request.body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange().returnResult(String.class);
    }

    private static String problem(EntityExchangeResult<String> result, int status, String slug) {
        String body = String.valueOf(result.getResponseBody());
        assertThat(result.getStatus().value()).as(body).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body)
                .contains("\"type\":\"/errors/" + slug + "\"", "\"status\":" + status, "\"requestId\":")
                .doesNotContain("\"instance\"");
        return body;
    }
}
