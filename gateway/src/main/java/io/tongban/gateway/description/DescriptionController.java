package io.tongban.gateway.description;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The description of the whole API, for programs and for people. */
@RestController
class DescriptionController {

    /** Scripts, styles and pictures of the gateway's own, and nothing from anywhere else. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What the page loads, by the name under which it asks for it. */
    private static final Map<String, Resource> FILES = Map.of(
            "page.js", new ClassPathResource("docs/page.js"),
            "swagger-ui.css", swaggerUi("swagger-ui.css"),
            "swagger-ui-bundle.js", swaggerUi("swagger-ui-bundle.js"),
            "swagger-ui-bundle.js.LICENSE.txt", swaggerUi("swagger-ui-bundle.js.LICENSE.txt"));

    private static final Duration DESCRIPTION_CACHED_FOR = Duration.ofMinutes(1);
    private static final Duration PAGE_CACHED_FOR = Duration.ofHours(1);

    private final ServiceDescriptions services;
    private final WholeDescription whole;

    DescriptionController(ServiceDescriptions services, WholeDescription whole) {
        this.services = services;
        this.whole = whole;
    }

    @GetMapping(path = "/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> describe() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(DESCRIPTION_CACHED_FOR).cachePublic())
                .body(whole.of(services.read()));
    }

    @GetMapping("/docs")
    ResponseEntity<Resource> page() {
        return file("page.html")
                .header("Content-Security-Policy", POLICY)
                .body(new ClassPathResource("docs/page.html"));
    }

    @GetMapping("/docs/{name}")
    ResponseEntity<Resource> fileOfThePage(@PathVariable String name) {
        Resource content = FILES.get(name);
        if (content == null) {
            throw Problem.of(GeneralProblem.NOT_FOUND);
        }
        return file(name).body(content);
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(PAGE_CACHED_FOR));
    }

    /** Whatever its version is, there is one on the class path. */
    private static Resource swaggerUi(String name) {
        String pattern = "classpath*:META-INF/resources/webjars/swagger-ui/*/" + name;
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length != 1) {
                throw new IllegalStateException(found.length + " times on the class path: " + pattern);
            }
            return found[0];
        } catch (IOException e) {
            throw new UncheckedIOException(pattern, e);
        }
    }
}
