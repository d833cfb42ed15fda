package io.tongban.platform.correlation;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A call that nobody traces here: its log lines and the calls that follow from it carry the ids of its trace all the same. */
final class UntracedCall {

    private static final String MDC_KEY = "traceId"; // as Micrometer Tracing names it for calls that are traced

    private static final ThreadLocal<@Nullable TraceParent> CURRENT = new ThreadLocal<>();

    private UntracedCall() {}

    /** What is handed on of the trace, or null where this thread works for no such call. */
    static @Nullable TraceParent current() {
        return CURRENT.get();
    }

    static void enter(TraceParent trace) {
        CURRENT.set(trace);
        MDC.put(MDC_KEY, trace.traceId());
    }

    static void leave() {
        CURRENT.remove();
        MDC.remove(MDC_KEY);
    }
}
