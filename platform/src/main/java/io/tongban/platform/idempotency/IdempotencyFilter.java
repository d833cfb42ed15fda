package io.tongban.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Ends what {@link IdempotencyInterceptor} began: keeps the answer of a success, gives the key back otherwise. */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final ObjectProvider<KeptAnswers> answers; // asked for late: the web server makes filters very early
    private final ObjectProvider<Presence> presence;
    private final int maxBody;

    IdempotencyFilter(ObjectProvider<KeptAnswers> answers, ObjectProvider<Presence> presence, int maxBody) {
        this.answers = answers;
        this.presence = presence;
        this.maxBody = maxBody;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(IdempotencyInterceptor.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean completed = false;
        try {
            chain.doFilter(new BufferedRequest(request, maxBody), answer);
            completed = true;
        } finally {
            end(request, answer, completed);
        }
        answer.copyBodyToResponse();
    }

    private void end(HttpServletRequest request, ContentCachingResponseWrapper answer, boolean completed) {
        Optional<Attempt> attempt = Attempt.of(request);
        if (attempt.isEmpty()) {
            return;
        }
        HttpStatusCode status = HttpStatusCode.valueOf(answer.getStatus());
        try {
            if (completed && status.is2xxSuccessful()) {
                answers.getObject()
                        .keep(attempt.get(), status.value(), KeptAnswer.of(answer, answer.getContentAsByteArray()));
            } else if (completed && status.is4xxClientError()) {
                answers.getObject().forget(attempt.get());
            } else {
                answers.getObject().release(attempt.get());
            }
        } catch (DataAccessException e) {
            // What the request did stands; only its repetition is not answered. Where it did nothing, the key must not
            // stay held.
            log.error(
                    "The answer under an idempotency key was not kept: {}",
                    e.getClass().getSimpleName()); // the server's words can quote a row
            presence.getObject().renew();
        }
    }
}
