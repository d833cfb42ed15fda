package io.tongban.insurance.query;

import static io.tongban.insurance.page.BureauHtml.months;
import static io.tongban.insurance.page.BureauHtml.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.TestTokens;
import io.tongban.platform.test.description.ExampleCalls;
import io.tongban.platform.test.description.MistakenRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface at {@code /openapi}, and that its examples are answered as they say. */
@InsuranceServiceTest
class DescriptionTests {

    /** Where the checks of all descriptions find this one. */
    private static final Path DOCUMENT = Path.of("target", "openapi.json");

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

    @Test
    void everyAddressIsDescribedToAnyone() throws IOException {
        JsonNode document = JsonMapper.shared()
                .readTree(http.get()
                        .uri("/openapi")
                        .exchange()
                        .returnResult(byte[].class)
                        .getResponseBody());
        Files.writeString(DOCUMENT, document.toPrettyString());
        assertThat(document.path("paths").propertyNames())
                .containsExactly("/.well-known/jwks.json", ContributionQueryController.PATH);
        JsonNode query =
                document.path("paths").path(ContributionQueryController.PATH).path("post");
        assertThat(query.path("x-needs-one-of").path(0).asString()).isEqualTo("scope contributions:read");
        assertThat(document.at("/paths/~1.well-known~1jwks.json/get/security")).isEmpty();
    }

    @Test
    void everyBodyIsJsonAndNothingElse() {
        assertThat(new MistakenRequests(http)
                        .readersOfForeignBodies(Asking.token(tokens).sign()))
                .isEmpty();
    }

    static Stream<OperationExample> examples() {
        return ExampleCalls.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsItSays(OperationExample example) {
        ExampleCalls calls = new ExampleCalls(http);
        switch (example.operation()) {
            case "queryContributions" -> {
                bureaux.answer(bureaux.jianggan(), 2017, "11", 1, page(1, 3, months(2017, 1, 3)));
                calls.send(example, Asking.token(tokens).sign(), Map.of());
            }
            default -> throw new AssertionError("nobody sends the example " + example.name());
        }
    }
}
