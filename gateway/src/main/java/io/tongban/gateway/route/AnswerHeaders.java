package io.tongban.gateway.route;

import io.tongban.gateway.edge.SecurityHeaders;
import io.tongban.platform.correlation.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.springframework.http.HttpHeaders;

/** The headers of a service's answer that a client gets: all but those of the connection, the server and the edge. */
final class AnswerHeaders {

    private static final Set<String> DROPPED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        DROPPED.addAll(SecurityHeaders.NAMES);
        DROPPED.addAll(List.of(
                // of one connection only: RFC 9110, section 7.6.1
                HttpHeaders.CONNECTION,
                "Keep-Alive",
                HttpHeaders.PROXY_AUTHENTICATE,
                "Proxy-Connection",
                HttpHeaders.TE,
                HttpHeaders.TRAILER,
                HttpHeaders.TRANSFER_ENCODING,
                HttpHeaders.UPGRADE,
                // the edge's own
                RequestId.HEADER,
                HttpHeaders.SERVER,
                "X-Powered-By",
                HttpHeaders.SET_COOKIE));
    }

    private final List<String> origins;

    AnswerHeaders(Collection<URI> services) {
        this.origins = services.stream()
                .map(service -> service.getScheme() + "://" + service.getRawAuthority())
                .toList();
    }

    /** Writes them, and says which they are. */
    Set<String> copy(HttpResponse answer, HttpServletResponse response) {
        Set<String> ofThisConnection = namedByConnection(answer);
        boolean isLengthVoid = answer.containsHeader(HttpHeaders.TRANSFER_ENCODING); // RFC 9112, section 6.3
        Set<String> copied = new HashSet<>();
        for (Header header : answer.getHeaders()) {
            String name = header.getName();
            if (!DROPPED.contains(name)
                    && !ofThisConnection.contains(name)
                    && !(isLengthVoid && name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH))) {
                boolean isAddress = name.equalsIgnoreCase(HttpHeaders.LOCATION);
                response.addHeader(name, isAddress ? reachable(header.getValue()) : header.getValue());
                copied.add(name);
            }
        }
        return copied;
    }

    private static Set<String> namedByConnection(HttpResponse answer) {
        Header[] connection = answer.getHeaders(HttpHeaders.CONNECTION);
        if (connection.length == 0) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : connection) {
            for (String name : header.getValue().split(",", -1)) {
                names.add(name.strip());
            }
        }
        return names;
    }

    /** An address inside the house becomes a path, which is right from wherever the client has come. */
    private String reachable(String location) {
        for (String origin : origins) {
            if (location.startsWith(origin + "/")) {
                return location.substring(origin.length());
            }
        }
        return location;
    }
}
