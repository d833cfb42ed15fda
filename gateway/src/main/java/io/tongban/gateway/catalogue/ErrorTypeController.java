package io.tongban.gateway.catalogue;

import io.tongban.platform.argument.AcceptedForm;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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
import tools.jackson.databind.json.JsonMapper;

/** Answers the address in the {@code type} of a problem: as a page where one is asked for, else as JSON. */
@RestController
class ErrorTypeController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Programs take whatever comes and get JSON; browsers name HTML. */
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON, HTML);

    private static final Duration CACHED_FOR = Duration.ofHours(1);

    private final ErrorTypes types = ErrorTypes.builtIn();
    private final JsonMapper json;

    ErrorTypeController(JsonMapper json) {
        this.json = json;
    }

    @GetMapping("/errors")
    ResponseEntity<byte[]> all(
            @RequestParam @Nullable Language lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        Language language = lang == null ? Language.of(request) : lang;
        return answer(types.all(language), page -> page.of(types.all(language)), language, accept);
    }

    @GetMapping("/errors/{name}")
    ResponseEntity<byte[]> one(
            @PathVariable String name,
            @RequestParam @Nullable Language lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        Language language = lang == null ? Language.of(request) : lang;
        ErrorType type = types.find(name, language).orElseThrow(() -> Problem.of(GeneralProblem.NOT_FOUND));
        return answer(type, page -> page.of(type), language, accept);
    }

    private ResponseEntity<byte[]> answer(
            Object content, Function<ErrorPage, String> page, Language language, @Nullable List<MediaType> accept)
            throws HttpMediaTypeNotAcceptableException {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePublic())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        return AcceptedForm.of(accept, FORMS).equals(HTML)
                ? answer.contentType(HTML)
                        .header("Content-Security-Policy", ErrorPage.CONTENT_POLICY)
                        .body(page.apply(new ErrorPage(language)).getBytes(StandardCharsets.UTF_8))
                : answer.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(content));
    }
}
