package io.tongban.gateway.route;

import io.tongban.gateway.lane.Lane;
import io.tongban.platform.correlation.RequestId;
import io.tongban.platform.correlation.TracePropagation;
import io.tongban.platform.database.CurrentLane;
import io.tongban.platform.security.ShownToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.HttpRequest;
import org.springframework.http.HttpHeaders;

/**
 * The headers that a service is sent: those of the client that are on the list, and what the gateway itself knows of the
 * call. Nothing that a client invents can pass for the gateway's word, because it is not passed on at all.
 */
final class RequestHeaders {

    private final List<String> relayed;
    private final boolean isTokenRelayed;
    private final TracePropagation trace;

    /**
     * The headers of all calls.
     *
     * @param relayed the names on the list
     */
    RequestHeaders(Set<String> relayed, TracePropagation trace) {
        this.relayed = relayed.stream()
                .filter(name -> !name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION))
                .filter(name -> !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) // the body says it
                .filter(name -> !trace.sets(name))
                .toList();
        this.isTokenRelayed = relayed.stream().anyMatch(HttpHeaders.AUTHORIZATION::equalsIgnoreCase);
        this.trace = trace;
    }

    void copy(HttpServletRequest request, HttpRequest call) {
        for (String name : relayed) {
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                call.addHeader(name, values.nextElement());
            }
        }
        String token = isTokenRelayed && request.getUserPrincipal() != null ? ShownToken.of(request) : null;
        if (token != null) { // it is the one that was checked
            call.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        trace.inject(call::setHeader);
        call.setHeader(CurrentLane.HEADER, Lane.of(request).word());
        call.setHeader("X-Forwarded-For", request.getRemoteAddr());
        call.setHeader("X-Forwarded-Proto", request.getScheme());
        call.setHeader(RequestId.HEADER, RequestId.of(request));
    }
}
