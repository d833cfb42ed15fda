package io.tongban.platform.correlation;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.function.BiConsumer;

/** Hands the trace context on to the service that is called. */
public final class TracePropagation {

    private final Tracer tracer;
    private final Propagator propagator;

    TracePropagation(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Whether the header of this name is one that the trace context itself sets, so that nobody else's may stand in its place. */
    public boolean sets(String name) {
        return propagator.fields().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Sets the headers that say to which trace the next call belongs, and whether it is recorded. */
    public void inject(BiConsumer<String, String> headers) {
        TraceParent untraced = UntracedCall.current();
        if (untraced != null) {
            headers.accept(TraceParent.NAME, untraced.header());
            if (!untraced.state().isEmpty()) {
                headers.accept(TraceParent.STATE, untraced.state());
            }
            return;
        }
        TraceContext current = tracer.currentTraceContext().context();
        if (current != null) {
            propagator.inject(current, headers, (carrier, name, value) -> headers.accept(name, value));
        }
    }
}
