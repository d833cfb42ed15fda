package io.tongban.insurance.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What has come of an answer so far, also where the rest did not. */
final class ReceivedBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Integer status;
    private @Nullable String contentType;

    /**
     * Takes the answer in.
     *
     * @param last when the last byte must have come
     * @param breakOff closes the connection
     * @throws TooLong if more came than a page has
     * @throws InterruptedIOException if it came too slowly
     */
    void take(ClassicHttpResponse response, int mostBytes, Deadline last, Runnable breakOff) throws IOException {
        status = response.getCode();
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        contentType = entity.getContentType();
        byte[] buffer = new byte[8192];
        try (InputStream content = entity.getContent()) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > mostBytes || last.passed()) {
                    breakOff.run(); // else closing the stream would read all that is still to come
                    throw bytes.size() > mostBytes ? new TooLong() : new InterruptedIOException("it trickles");
                }
            }
        }
    }

    @Nullable
    Integer status() {
        return status;
    }

    /** The bytes as they came; null when not even a status came. */
    @Nullable
    RawAnswer answer() {
        return status == null ? null : new RawAnswer(bytes.toByteArray());
    }

    /** The content type by the header; null when none came. */
    @Nullable
    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** More bytes came than a page has. */
    static final class TooLong extends IOException {}
}
