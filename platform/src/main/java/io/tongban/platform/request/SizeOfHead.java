package io.tongban.platform.request;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests with an address or with headers that are too large, each with the status that HTTP has for it. */
final class SizeOfHead extends OncePerRequestFilter {

    /** Before anybody looks at the headers. */
    static final int ORDER = UnreadableHeaders.ORDER - 1;

    private static final int LONGEST_ADDRESS = 6_000;
    private static final int LARGEST_HEADERS = 12_000;

    private final ProblemWriter writer;

    SizeOfHead(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (length(request.getRequestURI()) + length(request.getQueryString()) > LONGEST_ADDRESS) {
            writer.write(tooLarge(GeneralProblem.URI_TOO_LONG, LONGEST_ADDRESS), request, response);
        } else if (headers(request) > LARGEST_HEADERS) {
            writer.write(tooLarge(GeneralProblem.HEADERS_TOO_LARGE, LARGEST_HEADERS), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem tooLarge(GeneralProblem type, int limit) {
        return Problem.of(type).with("limit", limit);
    }

    private static int headers(HttpServletRequest request) {
        int size = 0;
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                size += name.length() + values.nextElement().length();
            }
        }
        return size;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
