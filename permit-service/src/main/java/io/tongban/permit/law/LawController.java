package io.tongban.permit.law;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A text of law as it was published, for everyone: as a page where a browser asks, else as the text itself. */
@RestController
class LawController {

    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.md");
    private static final Duration CACHED_FOR = Duration.ofHours(1);

    private final StandardsLibrary library;

    LawController(StandardsLibrary library) {
        this.library = library;
    }

    @GetMapping(LawAddress.LAWS + "/{law}")
    ResponseEntity<byte[]> read(
            @PathVariable String law, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        String text = (FILE.matcher(law).matches() ? library.kept("laws/" + law) : Optional.<String>empty())
                .orElseThrow(() -> Problem.of(LawProblem.LAW_UNKNOWN).with("law", law));
        boolean page = accept.contains(MediaType.TEXT_HTML_VALUE);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePublic())
                .varyBy(HttpHeaders.ACCEPT)
                .header(HttpHeaders.CONTENT_LANGUAGE, "zh")
                .contentType(new MediaType("text", page ? "html" : "markdown", StandardCharsets.UTF_8))
                .body((page ? LawPage.of(text) : text).getBytes(StandardCharsets.UTF_8));
    }
}
