package io.tongban.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The answer to a request that created something, as it is given again.
 *
 * @param text the body, if it is text in UTF-8: as such it compresses better
 * @param body in Base64 otherwise
 */
record KeptAnswer(
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType,
        @Nullable String text,
        @Nullable String body) {

    static KeptAnswer of(HttpServletResponse response, byte[] body) {
        String text = text(body);
        return new KeptAnswer(
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                response.getContentType(),
                text,
                text == null ? Base64.getEncoder().encodeToString(body) : null);
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
        response.getOutputStream().write(bytes());
    }

    private byte[] bytes() {
        return text == null
                ? Base64.getDecoder().decode(Objects.requireNonNull(body, "body"))
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder() // refuses what is not UTF-8
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
