package io.tongban.gateway.route;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The answer to a call of a route: the service is asked when the answer is written, so that status, headers and body go from
 * connection to connection and are held by nobody in between.
 */
final class RelayedCall implements ServerResponse {

    private final RelayedServices services;
    private final Backend backend;

    RelayedCall(RelayedServices services, Backend backend) {
        this.services = services;
        this.backend = backend;
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        services.answer(backend, request, response);
        return null;
    }

    /** Not known before the service has answered; nothing of the framework asks. */
    @Override
    public HttpStatusCode statusCode() {
        return HttpStatus.OK;
    }

    /** None but those that the service answers. */
    @Override
    public HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }

    /** None ever. */
    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }
}
