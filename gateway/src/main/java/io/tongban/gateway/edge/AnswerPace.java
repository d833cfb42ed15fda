package io.tongban.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Cuts the connection of a client that takes an answer so slowly that the place in its lane is held for nothing. */
final class AnswerPace extends OncePerRequestFilter {

    /** Inside the lanes, and around whatever answers there. */
    static final int ORDER = RequestRules.ORDER - 8;

    private final Supplier<Pace> paces;

    AnswerPace(Supplier<Pace> paces) {
        this.paces = paces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Paced paced = new Paced(response, paces.get());
        try {
            chain.doFilter(request, paced);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!paced.isTooSlow()) {
                throw failure;
            }
        }
        if (paced.isTooSlow()) { // ended in the usual way, the rest would be waited for
            throw new CloseNowException("an answer was taken too slowly");
        }
    }

    /** An answer whose body is paced. */
    private static final class Paced extends HttpServletResponseWrapper {

        private final Pace pace;
        private @Nullable PacedAnswer body;

        Paced(HttpServletResponse response, Pace pace) {
            super(response);
            this.pace = pace;
        }

        boolean isTooSlow() {
            return body != null && body.isTooSlow();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            PacedAnswer paced = body;
            if (paced == null) {
                paced = new PacedAnswer(super.getOutputStream(), pace);
                body = paced;
            }
            return paced;
        }

        /** Nobody here writes characters; whoever began to would not be paced. */
        @Override
        public PrintWriter getWriter() {
            throw new UnsupportedOperationException("answers are written as bytes");
        }
    }
}
