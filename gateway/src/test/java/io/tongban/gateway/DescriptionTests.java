package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.tongban.gateway.TestClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.tongban.platform.test.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the whole API at {@code /openapi}, and the page that shows it. */
@GatewayTest
class DescriptionTests {

    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Autowired
    TestClient client;

    @Autowired
    TestServices services;

    @Autowired
    TestTokens tokens;

    @BeforeEach
    void servicesDescribeThemselves() {
        services.reset();
        services.permit().stubFor(get(urlEqualTo("/openapi")).willReturn(described("/api/v1/cases", "openCase")));
        services.community().stubFor(get(urlEqualTo("/openapi")).willReturn(described("/api/v1/visits", "openVisit")));
        services.insurance()
                .stubFor(get(urlEqualTo("/openapi"))
                        .willReturn(described("/api/v1/contribution-queries", "queryContributions")));
    }

    @Test
    void allServicesAreDescribedTogetherToAnyone() {
        HttpResponse<String> answer = client.get("/openapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=60"));
        JsonNode description = JsonMapper.shared().readTree(answer.body());
        assertThat(description.path("paths").propertyNames())
                .containsExactly("/api/v1/cases", "/api/v1/contribution-queries", "/api/v1/visits");
        assertThat(description
                        .at("/paths/~1api~1v1~1contribution-queries/servers/0/url")
                        .asString())
                .isEqualTo("http://insurance-adapter");
    }

    @Test
    void noTokenOfACallerGoesToTheServicesForIt() {
        client.get("/openapi", bearer(tokens.withRoles("clerk")));

        services.permit().verify(getRequestedFor(urlEqualTo("/openapi")).withHeader("Authorization", absent()));
    }

    @Test
    void thePageAsksNobodyButTheGateway() {
        HttpResponse<String> page = client.get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        List<String> addresses = ADDRESS.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(addresses)
                .contains("/docs/page.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css")
                .allMatch(address -> address.startsWith("/") || address.equals("data:,"));
        assertThat(page.body()).as("no script in the page itself").doesNotContain("<script>", "style=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/page.js",
                "/docs/swagger-ui-bundle.js",
                "/docs/swagger-ui.css",
                "/docs/swagger-ui-bundle.js.LICENSE.txt"
            })
    void theFilesOfThePageComeFromTheGateway(String file) {
        HttpResponse<String> answer = client.get(file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void nothingElseOfTheLibraryIsServed() {
        assertThat(client.get("/docs/page.html").statusCode())
                .as("only with its policy, at /docs")
                .isEqualTo(404);
        assertThat(client.get("/docs/index.html").statusCode()).isEqualTo(404);
        assertThat(client.get("/docs/oauth2-redirect.html").statusCode()).isEqualTo(404);
        assertThat(client.get("/webjars/swagger-ui/swagger-ui-bundle.js").statusCode())
                .isEqualTo(404);
    }

    private static ResponseDefinitionBuilder described(String path, String operation) {
        return okJson("""
                {"info": {"title": "%s", "version": "v1"},
                 "paths": {"%s": {"post": {"operationId": "%s", "responses": {}}}}}
                """.formatted(operation, path, operation));
    }
}
