package io.tongban.platform.correlation;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** The timers of requests, with the name and the tags that an observation would give them. */
final class RequestTimers {

    /** More kinds of requests than there are. */
    private static final int MOST = 2_000;

    /** The methods that the convention names; whatever else a client invents is one kind, so that it takes no room of others. */
    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toUnmodifiableSet());

    private static final String OTHER_METHOD = "UNKNOWN";

    private final String name;
    private final MeterRegistry meters;
    private final ServerRequestObservationConvention convention;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimers(String name, MeterRegistry meters) {
        this.name = name;
        this.meters = meters;
        this.convention = new DefaultServerRequestObservationConvention(name);
    }

    ServerRequestObservationConvention convention() {
        return convention;
    }

    void record(ServerRequestObservationContext request, String method, int status, long nanos) {
        Throwable error = request.getError();
        Kind kind = new Kind(
                METHODS.contains(method) ? method : OTHER_METHOD,
                status,
                request.getPathPattern(),
                error == null ? null : error.getClass());
        Timer timer = timers.get(kind);
        if (timer == null) {
            timer = timer(request);
            if (timers.size() < MOST) {
                timers.put(kind, timer);
            }
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** How many kinds of requests are known. */
    int kinds() {
        return timers.size();
    }

    private Timer timer(ServerRequestObservationContext request) {
        List<Tag> tags = new ArrayList<>();
        for (KeyValue value : convention.getLowCardinalityKeyValues(request)) {
            tags.add(Tag.of(value.getKey(), value.getValue()));
        }
        Throwable error = request.getError();
        tags.add(Tag.of(
                "error", error == null ? KeyValue.NONE_VALUE : error.getClass().getSimpleName()));
        return Timer.builder(name).tags(tags).register(meters);
    }

    /** Requests that one timer counts. */
    private record Kind(
            String method,
            int status,
            @Nullable String pattern,
            @Nullable Class<? extends Throwable> error) {}
}
