package io.tongban.platform.request;

import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every body that does not say that it is JSON, whoever would read it: a library that happens to be on the class path
 * must not bring a second form, laxer than the first.
 */
final class JsonAlone extends OncePerRequestFilter {

    /** After the headers are known to be readable. */
    static final int ORDER = UnreadableHeaders.ORDER + 1;

    private final ProblemWriter writer;

    JsonAlone(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean understood = hasBody(request) ? isJson(request) && isPlain(request) : isTyped(request);
        if (!understood) {
            writer.write(
                    Problem.of(GeneralProblem.UNSUPPORTED_MEDIA_TYPE)
                            .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                            .header(HttpHeaders.ACCEPT_ENCODING, "identity"),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.size() != 1) {
            return false;
        }
        return concrete(types.getFirst())
                .filter(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                .filter(type -> type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))
                .isPresent();
    }

    /** Without a body the type says nothing about anything, but whoever reads the headers must be able to read it. */
    private static boolean isTyped(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).stream()
                .allMatch(type -> concrete(type).isPresent());
    }

    private static Optional<MediaType> concrete(String text) {
        try {
            return Optional.of(MediaType.parseMediaType(text)).filter(MediaType::isConcrete);
        } catch (InvalidMediaTypeException none) {
            return Optional.empty();
        }
    }

    /** Not packed: nobody here unpacks, and a packed body could be larger than any limit. */
    private static boolean isPlain(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .allMatch("identity"::equalsIgnoreCase);
    }
}
