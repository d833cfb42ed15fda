package io.tongban.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Requests are timed under the same names, traced or not. */
class TracedRequestsTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String UNRECORDED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    @Test
    void aTracedRequestAndAnotherAreTimedAlike() throws Exception {
        FilterChain found = (request, response) -> pattern(request, "/things/{id}");
        FilterChain broken = (request, response) -> {
            throw new ServletException(new IllegalStateException("broken"));
        };
        FilterChain absent = (request, response) -> ((MockHttpServletResponse) response).setStatus(404);

        for (FilterChain service : List.of(found, broken, absent)) {
            assertThat(timed(0, service)).isEqualTo(timed(1, service)).hasSize(1);
        }
    }

    @Test
    void anUntracedRequestHasTheIdsOfItsCallerInItsLogLines() throws Exception {
        send(filter(0, new SimpleMeterRegistry()), UNRECORDED, (request, response) -> {
            assertThat(MDC.get("traceId")).isEqualTo(TRACE);
            assertThat(UntracedCall.current()).isEqualTo(new TraceParent(UNRECORDED));
        });

        assertThat(MDC.get("traceId")).isNull();
        assertThat(UntracedCall.current()).isNull();
    }

    @Test
    void aRecordedTraceThatIsRefusedIsHandedOnAsUnrecorded() throws Exception {
        Filter none = filter(new TracedCalls(1, 0, () -> 0), new SimpleMeterRegistry());

        send(
                none,
                UNRECORDED.substring(0, UNRECORDED.length() - 1) + "1",
                (request, response) -> assertThat(UntracedCall.current())
                        .isNotNull()
                        .matches(trace -> !trace.isRecorded())
                        .matches(trace -> trace.traceId().equals(TRACE)));
    }

    @Test
    void aRequestWithoutATraceGetsOneThatNobodyRecords() throws Exception {
        send(filter(0, new SimpleMeterRegistry()), null, (request, response) -> {
            assertThat(MDC.get("traceId")).matches("[0-9a-f]{32}");
            assertThat(UntracedCall.current()).isNotNull().matches(trace -> !trace.isRecorded());
        });
    }

    @Test
    void aFailureGoesOn() {
        assertThatThrownBy(() -> send(filter(0, new SimpleMeterRegistry()), null, (request, response) -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
        assertThat(UntracedCall.current()).isNull();
    }

    private static List<Map<String, String>> timed(double share, FilterChain service) throws Exception {
        MeterRegistry meters = new SimpleMeterRegistry();
        try {
            send(filter(share, meters), null, service);
        } catch (ServletException broken) {
            // timed all the same
        }
        return meters.getMeters().stream()
                .map(Meter::getId)
                .peek(id -> assertThat(id.getName()).isEqualTo("http.server.requests"))
                .map(id -> id.getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue)))
                .toList();
    }

    private static Filter filter(double share, MeterRegistry meters) {
        return filter(new TracedCalls(share, 100, () -> 0), meters);
    }

    private static Filter filter(TracedCalls traced, MeterRegistry meters) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters, IgnoredMeters.LONG_TASK_TIMER));
        return new TracedRequests(observations, traced, new RequestTimers("http.server.requests", meters));
    }

    private static void send(Filter filter, @Nullable String traceparent, FilterChain service)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/things/1");
        if (traceparent != null) {
            request.addHeader("traceparent", traceparent);
        }
        filter.doFilter(request, new MockHttpServletResponse(), service);
    }

    private static void pattern(ServletRequest request, String pattern) {
        ServerHttpObservationFilter.findObservationContext((MockHttpServletRequest) request)
                .orElseThrow()
                .setPathPattern(pattern);
    }
}
