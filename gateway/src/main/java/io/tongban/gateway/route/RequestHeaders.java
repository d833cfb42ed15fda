package io.tongban.gateway.route;

import io.tongban.gateway.lane.Lane;
import io.tongban.platform.correlation.RequestId;
import io.tongban.platform.database.CurrentLane;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The headers that a service is sent: those of the client that are on the list, and what the gateway itself knows of the
 * call. Nothing that a client invents can pass for the gateway's word, because it is not passed on at all.
 */
final class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

    private final Set<String> relayed;

    RequestHeaders(Set<String> relayed) {
        this.relayed = relayed;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest serverRequest) {
        HttpServletRequest request = serverRequest.servletRequest();
        HttpHeaders headers = new HttpHeaders();
        for (String name : relayed) {
            List<String> values = received.getOrEmpty(name);
            if (!values.isEmpty()) { // or the service would be sent an empty one
                headers.addAll(name, values);
            }
        }
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        headers.remove(HttpHeaders.AUTHORIZATION);
        if (authorization != null && request.getUserPrincipal() != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization); // the one that was checked
        }
        if (headers.containsHeader(HttpHeaders.CONTENT_TYPE)) {
            // As it came: the framework writes a character set of its own into it.
            headers.set(HttpHeaders.CONTENT_TYPE, request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
        headers.set(CurrentLane.HEADER, Lane.of(request).word());
        headers.set("X-Forwarded-For", request.getRemoteAddr());
        headers.set("X-Forwarded-Proto", request.getScheme());
        String requestId = RequestId.of(request);
        if (requestId != null) {
            headers.set(RequestId.HEADER, requestId);
        }
        return headers;
    }
}
