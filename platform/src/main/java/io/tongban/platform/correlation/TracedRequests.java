package io.tongban.platform.correlation;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Times every request, and observes it whole, with its trace, if it is one of the {@link TracedCalls}.
 *
 * <p>An observation tells each of its handlers of every step, which costs more than all the rest that is done to a request at the edge.
 */
final class TracedRequests extends ServerHttpObservationFilter {

    private final TracedCalls traced;
    private final RequestTimers timers;

    TracedRequests(ObservationRegistry observations, TracedCalls traced, RequestTimers timers) {
        super(observations, timers.convention());
        this.traced = traced;
        this.timers = timers;
    }

    /** Nothing here is answered by another thread than the one that was asked. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceParent caller = TraceParent.of(request);
        if (traced.take(caller)) {
            super.doFilterInternal(request, response, chain);
        } else {
            time(caller == null ? TraceParent.unrecorded() : caller.notRecorded(), request, response, chain);
        }
    }

    private void time(TraceParent trace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServerRequestObservationContext context = new ServerRequestObservationContext(request, response);
        request.setAttribute(CURRENT_OBSERVATION_CONTEXT_ATTRIBUTE, context); // to be told the pattern of the address
        UntracedCall.enter(trace);
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            context.setError(cause(failure));
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // what the container is about to say
            throw failure;
        } finally {
            timers.record(context, request.getMethod(), response.getStatus(), System.nanoTime() - begun);
            UntracedCall.leave();
        }
    }

    private static Throwable cause(Exception failure) {
        Throwable within = failure instanceof ServletException around ? around.getRootCause() : null;
        return within == null ? failure : within;
    }
}
