package io.tongban.gateway.edge;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no service should have to read: bodies that are too large, queries that are not encoded as they should be,
 * and forms, whose fields a servlet mixes with those of the query string.
 */
final class RequestRules extends OncePerRequestFilter {

    /** Inside the lanes, which answer what is refused here. */
    static final int ORDER = -80;

    private final long limit;

    RequestRules(long limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            throw LimitedBody.tooLarge(limit);
        }
        if (isForm(request.getContentType())) {
            throw Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE)
                    .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        }
        try {
            request.getParameterMap();
        } catch (IllegalStateException malformed) { // how Tomcat says that it cannot decode the query string
            throw Problem.of(GeneralProblem.BAD_REQUEST, malformed);
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType
                        .stripLeading()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        Limited(HttpServletRequest request, long limit) throws IOException {
            super(request);
            this.body = new LimitedBody(request.getInputStream(), limit);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }
}
