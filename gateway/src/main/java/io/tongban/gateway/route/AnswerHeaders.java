package io.tongban.gateway.route;

import io.tongban.gateway.edge.SecurityHeaders;
import io.tongban.platform.correlation.RequestId;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** The headers of a service's answer that a client gets: all but those of the connection, the server and the edge. */
final class AnswerHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> DROPPED = lower(Stream.concat(
            SecurityHeaders.NAMES.stream(),
            Stream.of(
                    // of one connection only: RFC 9110, section 7.6.1
                    "Connection",
                    "Keep-Alive",
                    "Proxy-Authenticate",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Transfer-Encoding",
                    "Upgrade",
                    // the edge's own
                    RequestId.HEADER,
                    "Server",
                    "X-Powered-By",
                    "Set-Cookie")));

    private final Collection<URI> services;

    AnswerHeaders(Collection<URI> services) {
        this.services = services;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders answered, ServerResponse response) {
        Set<String> dropped = new HashSet<>(DROPPED);
        answered.getConnection().forEach(name -> dropped.add(name.toLowerCase(Locale.ROOT)));
        HttpHeaders headers = new HttpHeaders();
        answered.forEach((name, values) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        String location = reachable(headers.getFirst(HttpHeaders.LOCATION));
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        return headers;
    }

    /** An address inside the house becomes a path, which is right from wherever the client has come. */
    private @Nullable String reachable(@Nullable String location) {
        if (location == null) {
            return null;
        }
        for (URI service : services) {
            String origin = service.getScheme() + "://" + service.getRawAuthority();
            if (location.startsWith(origin + "/")) {
                return location.substring(origin.length());
            }
        }
        return location;
    }

    private static Set<String> lower(Stream<String> names) {
        return Set.copyOf(names.map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }
}
