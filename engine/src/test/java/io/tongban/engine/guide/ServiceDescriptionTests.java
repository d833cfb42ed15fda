package io.tongban.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceDescriptionTests {

    private static final String CPSV = "http://purl.org/vocab/cpsv#";
    private static final String CV = "http://data.europa.eu/m8g/";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String BASE = "https://tongban.example/api/v1/standards/residence-permit/R1";

    static Stream<Standard> published() {
        return StandardsLibrary.builtIn().standards().all().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void usesTermsOfThePublishedVocabulariesAlone(Standard standard) throws Exception {
        Set<String> used = new TreeSet<>();
        collect(expanded(standard), used);

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(publishedTerms()).containsAll(used);
    }

    @Test
    void describesThePublicService() throws Exception {
        JsonObject service = expanded(StandardsLibrary.builtIn().standards().version("residence-permit", "R1"))
                .getJsonObject(0);

        assertThat(service.getString("@id")).isEqualTo(BASE + "#service");
        assertThat(values(service, "@type")).contains(CPSV + "PublicService");
        // What the profile demands of a public service.
        assertThat(service)
                .containsKeys(DCT + "identifier", DCT + "title", DCT + "description", CV + "hasCompetentAuthority");
        assertThat(service.getJsonArray(DCT + "title").toString()).contains("浙江省居住证申领", "\"zh\"", "\"en\"");
        assertThat(service.getJsonArray(CV + "processingTime").toString())
                .contains("P15D", "http://www.w3.org/2001/XMLSchema#duration");
        assertThat(service.getJsonArray(CV + "hasLegalResource")).isNotEmpty();
    }

    private static JsonArray expanded(Standard standard) throws JsonLdError {
        byte[] described = new Guides(new Surroundings(
                        "https://tongban.example", StandardsLibrary.builtIn().remedy()))
                .write(standard, GuideForm.JSONLD, GuideLanguage.ZH, Deadline.NONE);
        return JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(described)))
                .get();
    }

    /** All types and properties; values alone are left out. */
    private static void collect(JsonValue value, Set<String> used) {
        switch (value) {
            case JsonArray array -> array.forEach(item -> collect(item, used));
            case JsonObject node ->
                node.forEach((key, member) -> {
                    if (key.equals("@type") && !node.containsKey("@value")) {
                        used.addAll(values(node, key));
                    } else if (!key.startsWith("@")) {
                        used.add(key);
                        collect(member, used);
                    }
                });
            default -> {}
        }
    }

    private static List<String> values(JsonObject node, String key) {
        List<String> values = new ArrayList<>();
        node.getJsonArray(key).forEach(value -> values.add(((JsonString) value).getString()));
        return values;
    }

    private static Set<String> publishedTerms() throws IOException {
        try (InputStream file = ServiceDescriptionTests.class.getResourceAsStream("/guide/vocabulary.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }
}
