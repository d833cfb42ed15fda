package io.tongban.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says on every answer, also on a refusal, how a browser must treat it. */
public final class SecurityHeaders extends OncePerRequestFilter {

    /** After the request id, before anything that could answer. */
    static final int ORDER = -200;

    private static final String TRANSPORT = "Strict-Transport-Security";
    private static final String SNIFFING = "X-Content-Type-Options";
    private static final String FRAMES = "X-Frame-Options";
    private static final String REFERRER = "Referrer-Policy";
    private static final String CONTENT = "Content-Security-Policy";

    /** What only the edge says: the same headers of a service are left out, or an answer would have them twice. */
    public static final Set<String> NAMES = Set.of(TRANSPORT, SNIFFING, FRAMES, REFERRER, "X-XSS-Protection");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        write(request, response);
        chain.doFilter(request, new PolicyOfThePage(response));
    }

    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(SNIFFING, "nosniff");
        response.setHeader(FRAMES, "DENY");
        response.setHeader(REFERRER, "no-referrer");
        response.setHeader(CONTENT, "default-src 'none'; frame-ancestors 'none'");
        if (request.isSecure()) {
            response.setHeader(TRANSPORT, "max-age=31536000; includeSubDomains");
        }
    }

    /** A page that needs more than nothing brings a policy of its own, which takes the place of the edge's. */
    private static final class PolicyOfThePage extends HttpServletResponseWrapper {

        PolicyOfThePage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(CONTENT)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
