package io.tongban.gateway.edge;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** A request body that ends in a problem as soon as more than the limit has come, or no more comes. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private final Pace pace;
    private long received;

    LimitedBody(ServletInputStream body, long limit, Pace pace) {
        this.pace = pace;
        this.body = body;
        this.limit = limit;
    }

    /** The rest of a body that is too large is not waited for: the connection ends with the answer. */
    static Problem tooLarge(long limit) {
        return Problem.of(GeneralProblem.BODY_TOO_LARGE).with("limit", limit).header(HttpHeaders.CONNECTION, "close");
    }

    @Override
    public int read() {
        try {
            long begun = pace.begin();
            int next = body.read();
            count(next < 0 ? 0 : 1, begun);
            return next;
        } catch (IOException broken) {
            throw notReceived();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            long begun = pace.begin();
            int count = body.read(bytes, offset, length);
            count(Math.max(0, count), begun);
            return count;
        } catch (IOException broken) {
            throw notReceived();
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private void count(int more, long begun) {
        if (!pace.isKept(more, begun)) { // nor is the rest of this one
            throw notReceived();
        }
        received += more;
        if (received > limit) {
            throw tooLarge(limit);
        }
    }

    /**
     * A failure of the client must not look like one of the service that the body is copied to. It has no cause: the container
     * would show the innermost one only, as a failure of ours.
     */
    private static Problem notReceived() {
        return Problem.of(EdgeProblem.BODY_NOT_RECEIVED).header(HttpHeaders.CONNECTION, "close");
    }
}
