package io.tongban.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts the connection of an answer that broke off after its beginning was sent: ended in the usual way, its half would
 * look like the whole.
 */
final class BrokenOff extends OncePerRequestFilter {

    static final int ORDER = -85;

    static void mark(HttpServletRequest request) {
        request.setAttribute(BrokenOff.class.getName(), true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BrokenOff.class.getName()) != null) {
            throw new CloseNowException("a service's answer broke off");
        }
    }
}
