package io.tongban.permit.publication.guide;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.engine.guide.GuideEdition;
import io.tongban.engine.guide.GuideForm;
import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.guide.PageTemplate;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.UnknownStandard;
import io.tongban.permit.publication.PublicationProblem;
import io.tongban.platform.argument.AcceptedForm;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The guide of each published version, for everyone: by {@code Accept}, or by the ending of its address. */
@RestController
@Tag(name = "standards")
class GuideController {

    private static final String GUIDE = "/api/v1/standards/{item}/{version}/guide";

    /** All addresses of guides. */
    static final String[] PATHS = {GUIDE, GUIDE + ".html", GUIDE + ".pdf", GUIDE + ".jsonld"};

    /** HTML, where the choice is left. */
    private static final Map<MediaType, GuideForm> FORMS = Arrays.stream(GuideForm.values())
            .collect(Collectors.toMap(
                    form -> MediaType.parseMediaType(form.mediaType()),
                    form -> form,
                    (one, other) -> one,
                    LinkedHashMap::new));

    /** The page needs its own style and nothing else. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src " + PageTemplate.styleSource()
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ITEM = "The name of the service item.";
    private static final String VERSION = "The name of a version that is in force by itself.";
    private static final String JSON_LD = "application/ld+json";
    private static final String LINKED =
            "A public service of CPSV-AP 3.2.0 with requirements and evidence of CCCEV 2; its context is inside.";

    /** A version never changes, but the frame of its page can with a release. */
    private static final Duration CACHED_FOR = Duration.ofHours(1);

    private final Standards standards;
    private final WrittenGuides guides;

    GuideController(Standards standards, WrittenGuides guides) {
        this.standards = standards;
        this.guides = guides;
    }

    @GetMapping(GUIDE)
    @Operation(
            operationId = "getGuide",
            summary = "Read the guide of a standard",
            description = "By `Accept` as a page, a PDF or JSON-LD; a page where nothing is asked for.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = JSON_LD, schema = @Schema(type = "object", description = LINKED))
            })
    @AskedAgain
    @GuideProblem.Answers({GuideProblem.GUIDE_BUSY, GuideProblem.GUIDE_TOO_LONG})
    @PublicationProblem.Answers(PublicationProblem.STANDARD_UNKNOWN)
    @Nullable
    ResponseEntity<byte[]> accepted(
            @Parameter(description = ITEM) @PathVariable String item,
            @Parameter(description = VERSION) @PathVariable String version,
            @InLanguage @RequestParam @Nullable GuideLanguage lang,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false)
                    List<MediaType> accept,
            ServletWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        response(request).addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return answer(published(item, version), form(accept), lang, request);
    }

    @GetMapping(GUIDE + ".html")
    @Operation(
            operationId = "getGuidePage",
            summary = "Read the guide of a standard as a page",
            description = "The page for the public: who may apply, what to bring, how long it takes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @AskedAgain
    @GuideProblem.Answers({GuideProblem.GUIDE_BUSY, GuideProblem.GUIDE_TOO_LONG})
    @PublicationProblem.Answers(PublicationProblem.STANDARD_UNKNOWN)
    @Nullable
    ResponseEntity<byte[]> html(
            @Parameter(description = ITEM) @PathVariable String item,
            @Parameter(description = VERSION) @PathVariable String version,
            @InLanguage @RequestParam @Nullable GuideLanguage lang,
            ServletWebRequest request) {
        return answer(published(item, version), GuideForm.HTML, lang, request);
    }

    @GetMapping(GUIDE + ".pdf")
    @Operation(
            operationId = "getPrintedGuide",
            summary = "Read the guide of a standard as a PDF",
            description = "The page of the public to print.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @AskedAgain
    @GuideProblem.Answers({GuideProblem.GUIDE_BUSY, GuideProblem.GUIDE_TOO_LONG})
    @PublicationProblem.Answers(PublicationProblem.STANDARD_UNKNOWN)
    @Nullable
    ResponseEntity<byte[]> pdf(
            @Parameter(description = ITEM) @PathVariable String item,
            @Parameter(description = VERSION) @PathVariable String version,
            @InLanguage @RequestParam @Nullable GuideLanguage lang,
            ServletWebRequest request) {
        return answer(published(item, version), GuideForm.PDF, lang, request);
    }

    @GetMapping(GUIDE + ".jsonld")
    @Operation(
            operationId = "getLinkedGuide",
            summary = "Read the guide of a standard as JSON-LD",
            description = "The standard for other systems, in all languages at once.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object", description = LINKED)))
    @AskedAgain
    @GuideProblem.Answers({GuideProblem.GUIDE_BUSY, GuideProblem.GUIDE_TOO_LONG})
    @PublicationProblem.Answers(PublicationProblem.STANDARD_UNKNOWN)
    @Nullable
    ResponseEntity<byte[]> jsonld(
            @Parameter(description = ITEM) @PathVariable String item,
            @Parameter(description = VERSION) @PathVariable String version,
            ServletWebRequest request) {
        return answer(published(item, version), GuideForm.JSONLD, null, request);
    }

    /** The guide, or null where the client has it already. */
    private @Nullable ResponseEntity<byte[]> answer(
            Standard standard, GuideForm form, @Nullable GuideLanguage lang, ServletWebRequest request) {
        HttpServletResponse response = response(request);
        GuideLanguage language = lang == null ? spoken(request) : lang;
        if (form.inOneLanguage()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(CACHED_FOR).cachePublic().getHeaderValue());
        if (request.checkNotModified(GuideEdition.entityTag(standard, form, language))) {
            return null;
        }
        if (form == GuideForm.HTML) {
            response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + GuideEdition.fileName(standard, form, language) + "\"")
                .body(guides.guide(standard, form, language));
    }

    private Standard published(String item, String version) {
        try {
            return standards.version(item, version);
        } catch (UnknownStandard unknown) {
            throw Problem.of(PublicationProblem.STANDARD_UNKNOWN, unknown)
                    .withSent("item", item)
                    .withSent("version", version);
        }
    }

    private static GuideForm form(@Nullable List<MediaType> accept) throws HttpMediaTypeNotAcceptableException {
        return Objects.requireNonNull(FORMS.get(AcceptedForm.of(accept, List.copyOf(FORMS.keySet()))));
    }

    /** The first language of the client that a standard is written in; else Chinese, which is the law's. */
    private static GuideLanguage spoken(ServletWebRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return GuideLanguage.ZH;
        }
        return Collections.list(request.getRequest().getLocales()).stream()
                .map(Locale::getLanguage)
                .map(GuideLanguage::named)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(GuideLanguage.ZH);
    }

    /** The language of a guide, by the word that {@code lang=} has for it. */
    @Parameter(
            description = "The language; absent: by `Accept-Language`, else Chinese.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"zh", "en"}))
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface InLanguage {}

    /** Of all forms alike: who has the guide already is not sent it again. */
    @Parameter(
            in = ParameterIn.HEADER,
            name = HttpHeaders.IF_NONE_MATCH,
            description = "The ETag of the guide that the client has.",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "304", description = "The client has it already.", content = @Content)
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface AskedAgain {}

    private static HttpServletResponse response(ServletWebRequest request) {
        return Objects.requireNonNull(request.getResponse());
    }
}
