package io.tongban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.problem.ProblemCatalogue;
import io.tongban.platform.problem.ProblemCatalogue.Row;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The address in the {@code type} of a problem can be opened, by people and by programs, without signing in. */
@GatewayTest
class ErrorTypeTests {

    @Autowired
    private TestClient client;

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void theTypeOfAProblemOpensAsItsPage() {
        String type =
                json.readTree(client.get("/api/v1/nothing").body()).get("type").asString();
        HttpResponse<String> page =
                client.get(type, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", "zh-CN");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Language")).hasValue("zh");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body())
                .contains("<html lang=\"zh\">", "<h1>未找到</h1>", "<code>/errors/not-found</code>", "检查地址。")
                .contains("<a href=\"?lang=en\"");
    }

    @Test
    void programsGetTheSameAsJson() {
        HttpResponse<String> answer = client.get("/errors/division-unknown");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode type = json.readTree(answer.body());
        assertThat(type.get("type").asString()).isEqualTo("/errors/division-unknown");
        assertThat(type.get("title").asString()).isEqualTo("No such division");
        assertThat(type.at("/meanings/0/module").asString()).isEqualTo("community");
        assertThat(type.at("/meanings/0/statuses").toString()).isEqualTo("[404,422]");
        assertThat(type.at("/meanings/0/when").asString()).contains("`division`");
    }

    @Test
    void aTypeThatTwoModulesAnswerHasAMeaningForEach() {
        JsonNode type = json.readTree(client.get("/errors/item-unknown?lang=zh").body());
        assertThat(type.get("meanings")
                        .valueStream()
                        .map(meaning -> meaning.get("module").asString()))
                .containsExactly("permit", "community");
        assertThat(client.get("/errors/item-unknown", "Accept", "text/html").body())
                .containsSubsequence("permit", "community");
    }

    @Test
    void everyTypeIsListedAndOpens() throws IOException {
        JsonNode all = json.readTree(client.get("/errors").body());
        String page = client.get("/errors?lang=zh", "Accept", "text/html").body();
        for (Row row : catalogue("errors.md").rows()) {
            assertThat(all.valueStream().map(type -> type.get("type").asString()))
                    .contains("/errors/" + row.slug());
            assertThat(page).contains("<a href=\"/errors/" + row.slug() + "?lang=zh\">");
        }
        assertThat(client.get("/errors/guide-busy").statusCode()).isEqualTo(200);
    }

    @Test
    void aTypeHasOneTitleWhicheverModuleAnswersIt() throws IOException {
        for (String page : new String[] {"errors.md", "errors.zh.md"}) {
            Map<String, Long> titles = catalogue(page).rows().stream()
                    .collect(Collectors.groupingBy(
                            Row::slug,
                            Collectors.collectingAndThen(
                                    Collectors.mapping(Row::title, Collectors.toSet()), set -> (long) set.size())));
            assertThat(titles)
                    .as(page)
                    .allSatisfy(
                            (slug, different) -> assertThat(different).as(slug).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/errors/no-such-type, 404, not-found",
        "/errors/not-found?lang=de, 422, invalid-request",
        "/errors/not-found?language=zh, 422, invalid-request"
    })
    void whatIsNotThereIsAProblem(String path, int status, String type) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"/errors/" + type + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image", "text/html;q=x"})
    void anotherFormIsNotThere(String accept) {
        HttpResponse<String> answer = client.get("/errors/not-found", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("\"/errors/not-acceptable\"");
    }

    private static ProblemCatalogue catalogue(String page) throws IOException {
        return ProblemCatalogue.read(Files.readString(Path.of("..", "docs", page)));
    }
}
