package io.tongban.platform.security;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers the refusals of the security chain as problem details. */
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemWriter writer;

    /** Asked for late: the rules are part of the chain that is being made. */
    private final Supplier<RefusedAddress> address;

    ProblemAnswers(ProblemWriter writer, Supplier<RefusedAddress> address) {
        this.writer = writer;
        this.address = address;
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
        Problem notSignedIn = Problem.of(GeneralProblem.NOT_SIGNED_IN).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        boolean showedABadToken = refusal instanceof OAuth2AuthenticationException;
        writer.write(
                showedABadToken
                        ? notSignedIn
                        : address.get().toStranger(request).orElse(notSignedIn),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        writer.write(address.get().toCaller(request), request, response);
    }
}
