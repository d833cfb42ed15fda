package io.tongban.platform.idempotency;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body can be looked at before a controller reads it. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private final int limit;
    private byte @Nullable [] body;

    BufferedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    /**
     * The whole body; what is read from the request afterwards begins at its start.
     *
     * @throws Problem if it is larger than the limit
     */
    byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            read = super.getInputStream().readNBytes(limit + 1);
            if (read.length > limit) {
                throw Problem.of(GeneralProblem.BODY_TOO_LARGE).header("Connection", "close");
            }
            body = read;
        }
        return read;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Replay(new ByteArrayInputStream(body()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Replay(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is already here");
        }
    }
}
