package io.tongban.gateway.edge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of an answer, which ends as soon as the client takes it too slowly. */
final class PacedAnswer extends ServletOutputStream {

    private final ServletOutputStream client;
    private final Pace pace;
    private boolean tooSlow;

    PacedAnswer(ServletOutputStream client, Pace pace) {
        this.client = client;
        this.pace = pace;
    }

    boolean isTooSlow() {
        return tooSlow;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long begun = begin();
        client.write(bytes, offset, length);
        end(length, begun);
    }

    @Override
    public void flush() throws IOException {
        long begun = begin();
        client.flush();
        end(0, begun);
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        client.setWriteListener(listener);
    }

    private long begin() throws IOException {
        if (tooSlow) {
            throw notTaken();
        }
        return pace.begin();
    }

    private void end(long bytes, long begun) throws IOException {
        if (!pace.isKept(bytes, begun)) {
            tooSlow = true;
            throw notTaken();
        }
    }

    /** As if the client had left. */
    private static IOException notTaken() {
        return new IOException("an answer is taken too slowly");
    }
}
