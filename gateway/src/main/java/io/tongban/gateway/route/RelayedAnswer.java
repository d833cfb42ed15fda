package io.tongban.gateway.route;

import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's answer on its way to the client, in pieces as it comes. */
final class RelayedAnswer {

    private static final Logger log = LoggerFactory.getLogger(RelayedAnswer.class);

    private static final int PIECE = 8192;

    private final Backend backend;
    private final ClassicHttpResponse answer;
    private final AnswerHeaders headers;

    RelayedAnswer(Backend backend, ClassicHttpResponse answer, AnswerHeaders headers) {
        this.backend = backend;
        this.answer = answer;
        this.headers = headers;
    }

    void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getCode());
        Set<String> sent = headers.copy(answer, response);
        HttpEntity entity = answer.getEntity();
        if (entity != null) {
            copy(entity, sent, request, response);
        }
    }

    /** What has not been sent yet can still become a problem; what has been sent can only be broken off. */
    private void copy(HttpEntity entity, Set<String> sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        OutputStream client = response.getOutputStream();
        byte[] piece = new byte[size(entity)];
        int length;
        try {
            InputStream body = entity.getContent();
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
            log.warn("The answer of {} to {} broke off: {}", backend.word(), request.getMethod(), brokenOff.toString());
            sent.forEach(name -> response.setHeader(name, null));
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

    private static int size(HttpEntity entity) {
        long length = entity.getContentLength();
        return length < 0 ? PIECE : Math.toIntExact(Math.clamp(length, 1, PIECE));
    }
}
