package io.tongban.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.io.CloseMode;

/** The services behind the routes, each of which answers its calls. */
final class RelayedServices {

    private final Map<Backend, ServiceExchange> exchanges;
    private final AnswerHeaders headers;

    RelayedServices(Map<Backend, ServiceExchange> exchanges, AnswerHeaders headers) {
        this.exchanges = new EnumMap<>(exchanges);
        this.headers = headers;
    }

    void answer(Backend backend, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServiceExchange exchange = Objects.requireNonNull(exchanges.get(backend));
        CloseableHttpResponse answer = exchange.ask(request);
        try {
            new RelayedAnswer(backend, answer, headers).writeTo(request, response);
        } finally {
            answer.close(CloseMode.IMMEDIATE); // the rest of a body that was not read to its end is not waited for
        }
    }
}
