package io.tongban.gateway.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.springframework.http.HttpStatus;

/** How long a service takes until it begins to answer: {@code http.client.requests}, with the tags that Spring's own clients give it. */
final class ServiceTimers {

    private static final String NONE = "none";
    private static final int NO_ANSWER = 0;

    private final String host;
    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    ServiceTimers(String host, MeterRegistry meters) {
        this.host = host;
        this.meters = meters;
    }

    CloseableHttpResponse time(String method, Call call) throws IOException {
        long begun = System.nanoTime();
        Kind kind = new Kind(method, NO_ANSWER, NONE);
        try {
            CloseableHttpResponse answer = call.send();
            kind = new Kind(method, answer.getCode(), NONE);
            return answer;
        } catch (IOException failure) {
            kind = new Kind(method, NO_ANSWER, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            timers.computeIfAbsent(kind, this::timer).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Kind kind) {
        boolean isAnswered = kind.status() != NO_ANSWER;
        return Timer.builder("http.client.requests")
                .tag("client.name", host)
                .tag("error", kind.failure())
                .tag("exception", kind.failure())
                .tag("method", kind.method())
                .tag("outcome", isAnswered ? outcome(kind.status()) : "UNKNOWN")
                .tag("status", isAnswered ? Integer.toString(kind.status()) : "CLIENT_ERROR")
                .tag("uri", NONE)
                .register(meters);
    }

    private static String outcome(int status) {
        HttpStatus.Series series = HttpStatus.Series.resolve(status);
        return switch (series) {
            case null -> "UNKNOWN";
            case SUCCESSFUL -> "SUCCESS";
            case REDIRECTION, CLIENT_ERROR, SERVER_ERROR, INFORMATIONAL -> series.name();
        };
    }

    /** Calls that one timer counts; of methods the firewall lets in few. */
    private record Kind(String method, int status, String failure) {}

    /** A call that is timed. */
    @FunctionalInterface
    interface Call {

        CloseableHttpResponse send() throws IOException;
    }
}
