package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
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
    void anUnknownPropertyIsNamedAndItsValueIsNot() {
        String body = problem(
                check("{\"name\": \"a\", \"number\": \"" + NUMBER
                        + "\", \"parts\": [{\"size\": 1, \"seize\": \"secret\"}]}"),
                422,
                "invalid-request");
        assertThat(body)
                .contains("\"pointer\":\"#/parts/0/seize\"", "\"code\":\"unknown-property\"")
                .doesNotContain("secret");
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
                .contains("\"pointer\":\"#/name\"", "\"code\":\"not-blank\"")
                .contains("\"pointer\":\"#/number\"", "\"code\":\"pattern\"")
                .contains("\"pointer\":\"#/parts/1/size\"", "\"code\":\"positive\"")
                .doesNotContain(NUMBER)
                .doesNotContain("987654321");
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

    @ParameterizedTest
    @CsvSource({"0", "201", "-1", "many", "1e2"})
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

    @Test
    void theTitleSpeaksTheLanguageOfTheReader() {
        assertThat(title("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo("未找到");
        assertThat(title("en,zh;q=0.5")).isEqualTo("Not found");
        assertThat(title("fr,zh;q=0.5")).isEqualTo("未找到");
        assertThat(title("fr")).isEqualTo("Not found");
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
    void aQueryThatNobodyReadsIsNobodysFailure() throws IOException {
        assertThat(raw("GET /open/today?q=%zz HTTP/1.1")).startsWith("HTTP/1.1 200");
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

    private String title(String languages) {
        EntityExchangeResult<String> result = http.get()
                .uri("/things/not/there")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, languages)
                .exchange()
                .returnResult(String.class);
        return json.readTree(problem(result, 404, "not-found")).get("title").asString();
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
