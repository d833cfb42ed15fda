package io.tongban.gateway.lane;

import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import io.tongban.platform.security.ShownToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts every call that shows nothing like a token into the public lane, before anything else is done for it; and answers
 * what the filters behind it refuse.
 */
final class BeforeTokenCheck extends OncePerRequestFilter {

    /** Before the security chain, which is at -100. */
    static final int ORDER = -110;

    private final Lanes lanes;
    private final ProblemWriter writer;

    BeforeTokenCheck(Lanes lanes, ProblemWriter writer) {
        this.lanes = lanes;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (ShownToken.of(request) != null) {
                chain.doFilter(request, response);
            } else {
                inside(request, response, chain);
            }
        } catch (Problem refusal) {
            writer.write(refusal, request, response);
        }
    }

    private void inside(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Gate gate = lanes.gate(Lane.PUBLIC);
        gate.enter();
        try {
            Lane.PUBLIC.mark(request);
            chain.doFilter(request, response);
        } finally {
            gate.leave();
        }
    }
}
