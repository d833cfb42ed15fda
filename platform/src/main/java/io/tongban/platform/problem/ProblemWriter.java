package io.tongban.platform.problem;

import io.tongban.platform.correlation.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
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
        response.setStatus(problem.type().status().value());
        problem.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(body(problem, request));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private Map<String, @Nullable Object> body(Problem problem, HttpServletRequest request) {
        ProblemType type = problem.type();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "/errors/" + type.slug());
        body.put("title", Objects.requireNonNullElse(texts.title(type, wantsChinese(request)), type.slug()));
        body.put("status", type.status().value());
        String detail = texts.detail(type);
        if (detail != null) {
            body.put("detail", ProblemTexts.fill(detail, problem.fields()));
        }
        problem.fields().forEach(body::putIfAbsent);
        body.put("requestId", RequestId.of(request));
        return body;
    }

    private static boolean wantsChinese(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return false;
        }
        for (Enumeration<Locale> wanted = request.getLocales(); wanted.hasMoreElements(); ) {
            switch (wanted.nextElement().getLanguage()) {
                case "zh" -> {
                    return true;
                }
                case "en" -> {
                    return false;
                }
                default -> {
                    // neither of the two languages: the next one wanted
                }
            }
        }
        return false;
    }
}
