package io.tongban.permit.law;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.argument.AcceptedForm;
import io.tongban.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A text of law as it was published, for everyone: as a page where a browser asks, else as the text itself. */
@RestController
@Tag(name = "standards")
class LawController {

    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.md");
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final List<MediaType> FORMS =
            List.of(new MediaType("text", "markdown", StandardCharsets.UTF_8), PAGE);
    private static final Duration CACHED_FOR = Duration.ofHours(1);

    private final StandardsLibrary library;

    LawController(StandardsLibrary library) {
        this.library = library;
    }

    @GetMapping(LawAddress.LAWS + "/{law}")
    @Operation(
            operationId = "getLaw",
            summary = "Read a text of law",
            description =
                    "The text as it was published: where `Accept` names HTML as a page, on which each article can be pointed"
                            + " at, else in Markdown.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @LawProblem.Answers(LawProblem.LAW_UNKNOWN)
    ResponseEntity<byte[]> read(
            @Parameter(description = "The name of the file, as the addresses in answers say it.") @PathVariable
                    String law,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    List<MediaType> accept)
            throws HttpMediaTypeNotAcceptableException {
        String text = (FILE.matcher(law).matches() ? library.kept("laws/" + law) : Optional.<String>empty())
                .orElseThrow(() -> Problem.of(LawProblem.LAW_UNKNOWN).withSent("law", law));
        MediaType form = AcceptedForm.of(accept, FORMS);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePublic())
                .varyBy(HttpHeaders.ACCEPT)
                .header(HttpHeaders.CONTENT_LANGUAGE, "zh")
                .contentType(form)
                .body((form.equals(PAGE) ? LawPage.of(text) : text).getBytes(StandardCharsets.UTF_8));
    }
}
