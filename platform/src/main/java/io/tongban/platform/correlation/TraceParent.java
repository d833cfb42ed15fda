package io.tongban.platform.correlation;

import static java.util.Collections.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} of a call, as W3C Trace Context, section 3.2, gives its form, and the {@code tracestate} beside it.
 *
 * @param header as it came, or as it goes on
 * @param state what the tracing systems on the way wrote; empty where nothing is said
 */
record TraceParent(String header, String state) {

    static final String NAME = "traceparent";
    static final String STATE = "tracestate";

    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;
    private static final HexFormat HEX = HexFormat.of();

    TraceParent(String header) {
        this(header, "");
    }

    /** What a caller sent; null where it is not of the form, which is as if nothing had been sent, the state included. */
    static @Nullable TraceParent of(HttpServletRequest request) {
        TraceParent sent = read(request.getHeader(NAME));
        return sent == null ? null : new TraceParent(sent.header, String.join(",", list(request.getHeaders(STATE))));
    }

    static @Nullable TraceParent read(@Nullable String header) {
        return header != null && hasForm(header) ? new TraceParent(header) : null;
    }

    /** A trace that nobody records; the next service is told so, and does not begin one of its own. */
    static TraceParent unrecorded() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceParent(unrecorded(HEX.toHexDigits(random.nextLong() | 1) + HEX.toHexDigits(random.nextLong())));
    }

    /** The same trace for the next service, which is told that nobody records it from here on; a new parent, as the flag is. */
    TraceParent notRecorded() {
        return isRecorded() ? new TraceParent(unrecorded(traceId()), state) : this;
    }

    private static String unrecorded(String traceId) {
        return "00-" + traceId + "-"
                + HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1) + "-00";
    }

    String traceId() {
        return header.substring(TRACE_ID, PARENT_ID - 1);
    }

    /** Whether the caller records the trace. */
    boolean isRecorded() {
        return (Character.digit(header.charAt(FLAGS + 1), 16) & 1) == 1;
    }

    /** Later versions may be longer; what they begin with is the same. */
    private static boolean hasForm(String header) {
        return header.length() >= LENGTH
                && (header.length() == LENGTH || header.charAt(LENGTH) == '-')
                && isHex(header, 0, TRACE_ID - 1)
                && header.charAt(TRACE_ID - 1) == '-'
                && isHex(header, TRACE_ID, PARENT_ID - 1)
                && header.charAt(PARENT_ID - 1) == '-'
                && isHex(header, PARENT_ID, FLAGS - 1)
                && header.charAt(FLAGS - 1) == '-'
                && isHex(header, FLAGS, LENGTH)
                && !header.startsWith("ff")
                && !isZero(header, TRACE_ID, PARENT_ID - 1)
                && !isZero(header, PARENT_ID, FLAGS - 1);
    }

    private static boolean isHex(String text, int from, int until) {
        for (int at = from; at < until; at++) {
            char sign = text.charAt(at);
            if ((sign < '0' || sign > '9') && (sign < 'a' || sign > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int until) {
        for (int at = from; at < until; at++) {
            if (text.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }
}
