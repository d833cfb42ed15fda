package io.tongban.platform.correlation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of one call, the same in every service that it passes through. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** The name under which log patterns find it. */
    public static final String MDC_KEY = "requestId";

    // Nothing that could break a log line, a header or a page, and nothing that could be an identity number.
    private static final Pattern SANE = Pattern.compile("(?!.*[0-9]{15})[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id of this request, or null outside the correlation filter. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(RequestId.class.getName());
    }

    /** The id of the call that this thread works for, or null. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    static String accept(@Nullable String offered) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
