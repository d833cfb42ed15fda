package io.tongban.platform.correlation;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Passes the trace context on to the service that a Feign client calls, where Feign does not observe itself. */
final class FeignTracePropagation implements RequestInterceptor {

    private final Tracer tracer;
    private final Propagator propagator;

    FeignTracePropagation(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public void apply(RequestTemplate request) {
        TraceContext current = tracer.currentTraceContext().context();
        if (current != null) {
            propagator.inject(current, request, (carrier, name, value) -> request.header(name, value));
        }
    }
}
