package io.tongban.platform.problem;

import io.tongban.platform.correlation.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems to answers: of controllers, filters and the security chain alike. */
public final class ProblemWriter {

    private final ProblemTexts texts;
    private final JsonMapper json;

    public ProblemWriter(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Answers with the problem; does nothing if an answer is already on its way. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Language language = Language.of(request);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        byte[] body = json.writeValueAsBytes(body(problem, language, request));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private Map<String, @Nullable Object> body(Problem problem, Language language, HttpServletRequest request) {
        ProblemType type = problem.type();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "/errors/" + type.slug());
        body.put("title", Objects.requireNonNullElse(texts.title(type, language), type.slug()));
        body.put("status", problem.status().value());
        String detail = texts.detail(type, language);
        if (detail != null) {
            body.put("detail", ProblemTexts.fill(detail, problem.fields(), language));
        }
        problem.fields().forEach(body::putIfAbsent);
        if (!problem.places().isEmpty()) {
            body.put(
                    "errors",
                    problem.places().stream()
                            .map(place -> place.in(language, texts))
                            .toList());
        }
        body.put("requestId", RequestId.of(request));
        return body;
    }
}
