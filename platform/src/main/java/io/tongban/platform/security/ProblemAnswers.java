package io.tongban.platform.security;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers the refusals of the security chain as problem details. */
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemWriter writer;

    ProblemAnswers(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            log.error("Tokens cannot be checked", refusal);
            writer.write(
                    Problem.of(GeneralProblem.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5"), request, response);
            return;
        }
        writer.write(
                Problem.of(GeneralProblem.NOT_SIGNED_IN).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        writer.write(Problem.of(GeneralProblem.NOT_ALLOWED), request, response);
    }
}
