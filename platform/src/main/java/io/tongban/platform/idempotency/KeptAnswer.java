package io.tongban.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The answer to a request that created something, as it is given again.
 *
 * @param body in Base64
 */
record KeptAnswer(
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType,
        String body) {

    static KeptAnswer of(HttpServletResponse response, byte[] body) {
        return new KeptAnswer(
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                response.getContentType(),
                Base64.getEncoder().encodeToString(body));
    }

    void write(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setHeader("Idempotency-Replayed", "true");
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.setHeader(HttpHeaders.ETAG, etag);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.getOutputStream().write(Base64.getDecoder().decode(body));
    }
}
