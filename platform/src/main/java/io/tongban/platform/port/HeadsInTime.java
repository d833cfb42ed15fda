package io.tongban.platform.port;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The container's HTTP/1.1, which closes a connection on which the head of a request has begun and does not come to an end.
 *
 * <p>The container itself bounds silence only, {@code server.tomcat.connection-timeout}: a byte a second is none, and 64 KB of
 * headers would take most of a day. A head that is late is seen when its next byte comes, or by that time-out when none comes.
 */
public final class HeadsInTime extends Http11NioProtocol {

    private volatile long withinNanos = Long.MAX_VALUE;

    void within(Duration within) {
        withinNanos = within.toNanos();
    }

    @Override
    protected Processor createProcessor() {
        return new HeadInTime(this, getAdapter());
    }

    /** One connection while requests are read from it. */
    private final class HeadInTime extends Http11Processor {

        HeadInTime(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        /** LONG is said of a head that goes on, and of work that another thread does. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            SocketState state = super.service(socket);
            return state == SocketState.LONG && !isAsync() && isLate() ? SocketState.CLOSED : state;
        }

        private boolean isLate() {
            long begun = request.getStartTimeNanos();
            return begun >= 0 && System.nanoTime() - begun > withinNanos;
        }
    }
}
