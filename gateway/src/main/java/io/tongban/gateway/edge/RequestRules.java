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
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no service should have to read: bodies that are too large, and queries that are not encoded as they should be.
 */
public final class RequestRules extends OncePerRequestFilter {

    /** Inside the lanes, which answer what is refused here. */
    public static final int ORDER = -80;

    private final long limit;
    private final Supplier<Pace> paces;

    /**
     * The rules.
     *
     * @param limit bytes of the largest body
     * @param paces the pace of one body each
     */
    RequestRules(long limit, Supplier<Pace> paces) {
        this.limit = limit;
        this.paces = paces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            throw LimitedBody.tooLarge(limit);
        }
        try {
            request.getParameterMap();
        } catch (IllegalStateException malformed) { // how Tomcat says that it cannot decode the query string
            throw Problem.of(GeneralProblem.BAD_REQUEST);
        }
        chain.doFilter(new Limited(request, limit, paces.get()), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        Limited(HttpServletRequest request, long limit, Pace pace) throws IOException {
            super(request);
            this.body = new LimitedBody(request.getInputStream(), limit, pace);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }
}
