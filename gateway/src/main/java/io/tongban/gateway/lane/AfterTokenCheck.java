package io.tongban.gateway.lane;

import io.tongban.platform.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts every call with a good token into the lane that the token names. */
final class AfterTokenCheck extends OncePerRequestFilter {

    /** After the security chain, which is at -100. */
    static final int ORDER = -90;

    private final Lanes lanes;

    AfterTokenCheck(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)) {
            chain.doFilter(request, response); // counted in the public lane already
            return;
        }
        Caller account = Caller.of(caller.getToken());
        Lane lane = Lane.of(account);
        Accounts accounts = lanes.accounts(lane);
        accounts.enter(account.subject()); // first: what is refused here takes no place of the lane
        try {
            inside(lane, request, response, chain);
        } finally {
            accounts.leave(account.subject());
        }
    }

    private void inside(Lane lane, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Gate gate = lanes.gate(lane);
        gate.enter();
        try {
            lane.mark(request);
            chain.doFilter(request, response);
        } finally {
            gate.leave();
        }
    }
}
