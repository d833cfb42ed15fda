package io.tongban.platform.idempotency;

import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.idempotency.Beginning.AnswerLost;
import io.tongban.platform.idempotency.Beginning.Answered;
import io.tongban.platform.idempotency.Beginning.InUse;
import io.tongban.platform.idempotency.Beginning.OtherBody;
import io.tongban.platform.idempotency.Beginning.Started;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Begins an attempt before a method that is {@link IdempotentCreate}, or answers in its place. */
final class IdempotencyInterceptor implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final IdempotencyRecords records;
    private final KeptAnswers answers;
    private final BlindIndex digests;

    IdempotencyInterceptor(IdempotencyRecords records, KeptAnswers answers, BlindIndex digests) {
        this.records = records;
        this.answers = answers;
        this.digests = digests;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(IdempotentCreate.class)) {
            return true;
        }
        BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        String key = request.getHeader(HEADER);
        if (key == null || buffered == null || !KEY.matcher(key).matches()) {
            throw Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_MISSING);
        }
        String id = digests.of("idempotency-key", String.join("\n", caller(request), address(request), key));
        String digest = digests.of(
                "idempotency-body", new String(buffered.body(), StandardCharsets.ISO_8859_1)); // 1 byte, 1 char
        return switch (records.begin(id, digest)) {
            case Started started -> {
                new Attempt(id, started.attempt()).attach(request);
                yield true;
            }
            case Answered answered -> {
                answers.read(id, answered).write(response, answered.status());
                yield false;
            }
            case OtherBody other -> throw Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
            case InUse busy ->
                throw Problem.of(IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE).header(HttpHeaders.RETRY_AFTER, "1");
            case AnswerLost lost -> throw Problem.of(IdempotencyProblem.IDEMPOTENCY_ANSWER_LOST);
        };
    }

    private static String caller(HttpServletRequest request) {
        @Nullable Principal principal = request.getUserPrincipal();
        if (principal == null) { // a key of nobody would be a key of everybody
            throw Problem.of(GeneralProblem.NOT_SIGNED_IN);
        }
        return principal.getName();
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
