package io.tongban.gateway.route;

import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the client, in pieces as it comes.
 *
 * <p>Not the gateway framework's own answer: that one compares entity tags itself and then forgets to give the connection
 * back, and ends an answer that broke off as if it were whole.
 */
final class RelayedAnswer implements ServerResponse {

    private static final int PIECE = 8192;

    private final Backend backend;
    private final ClientHttpResponse answer;
    private final HttpStatusCode status;
    private final HttpHeaders headers = new HttpHeaders();

    RelayedAnswer(Backend backend, ClientHttpResponse answer) throws IOException {
        this.backend = backend;
        this.answer = answer;
        this.status = answer.getStatusCode();
    }

    @Override
    public HttpStatusCode statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(status.value());
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            copy(request, response);
        }
        return null;
    }

    /** What has not been sent yet can still become a problem; what has been sent can only be broken off. */
    private void copy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OutputStream client = response.getOutputStream();
        byte[] piece = new byte[PIECE];
        int length;
        try {
            InputStream body = answer.getBody();
            while ((length = body.read(piece)) >= 0) {
                if (!sent(client, piece, length)) {
                    return;
                }
            }
        } catch (IOException brokenOff) {
            if (response.isCommitted()) {
                BrokenOff.mark(request);
                return;
            }
            headers.headerNames().forEach(name -> response.setHeader(name, null));
            throw Problem.of(RouteProblem.SERVICE_ANSWER_BROKEN, brokenOff).with("service", backend.word());
        }
    }

    /** False if the client has left: that is nobody's failure. */
    private static boolean sent(OutputStream client, byte[] piece, int length) {
        try {
            client.write(piece, 0, length);
            return true;
        } catch (IOException clientLeft) {
            return false;
        }
    }
}
