package io.tongban.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.gateway.lane.Lane;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.problem.ProblemWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/** Hands a call to the service of its route and brings the answer back, or a problem that says why there is none. */
final class ServiceExchange implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(ServiceExchange.class);

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Map<Backend, RestClient> clients;
    private final CircuitBreakerRegistry breakers;
    private final ProblemWriter writer;

    ServiceExchange(Map<Backend, RestClient> clients, CircuitBreakerRegistry breakers, ProblemWriter writer) {
        this.clients = clients;
        this.breakers = breakers;
        this.writer = writer;
    }

    @Override
    public ServerResponse exchange(Request request) {
        Backend backend = Backend.of(Objects.requireNonNull(
                MvcUtils.getAttribute(request.getServerRequest(), MvcUtils.GATEWAY_ROUTE_ID_ATTR)));
        // One for each lane: what a service does to the calls of one lane must not close it for the others.
        CircuitBreaker breaker = breakers.circuitBreaker(backend.word() + "/"
                + Lane.of(request.getServerRequest().servletRequest()).word());
        if (!breaker.tryAcquirePermission()) {
            return problem(backend, RouteProblem.SERVICE_NOT_REACHED);
        }
        long began = breaker.getCurrentTimestamp();
        try {
            ServerResponse answer = send(backend, request);
            breaker.onSuccess(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit());
            return answer;
        } catch (ResourceAccessException failure) {
            Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), cause);
            log.warn("{} did not answer {}: {}", backend.word(), request.getMethod(), cause.toString());
            return problem(backend, type(cause));
        } catch (Problem ofTheRequest) {
            breaker.releasePermission();
            throw ofTheRequest;
        } catch (RuntimeException unforeseen) { // a permission that is not given back would be missing for good
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), unforeseen);
            throw unforeseen;
        }
    }

    /** A read that a connection failed, not one that took too long, is sent once more: its pod may just have gone. */
    private ServerResponse send(Backend backend, Request request) {
        try {
            return sendOnce(backend, request);
        } catch (ResourceAccessException failure) {
            if (!REPEATABLE.contains(request.getMethod())
                    || hasBody(request)
                    || failure.getCause() instanceof SocketTimeoutException
                    || failure.getCause() instanceof ConnectionRequestTimeoutException) {
                throw failure;
            }
            return sendOnce(backend, request);
        }
    }

    private ServerResponse sendOnce(Backend backend, Request request) {
        RestClient.RequestBodySpec call = Objects.requireNonNull(clients.get(backend))
                .method(request.getMethod())
                .uri(Objects.requireNonNull(request.getUri()))
                .headers(headers -> headers.addAll(request.getHeaders()));
        if (hasBody(request)) {
            call.body(service -> StreamUtils.copy(body(request), service));
        }
        return Objects.requireNonNull(call.exchange((sent, answer) -> relayed(backend, request, answer), false));
    }

    private static ServerResponse relayed(Backend backend, Request request, ClientHttpResponse answer)
            throws IOException {
        RelayedAnswer relayed = new RelayedAnswer(backend, answer);
        Response response = new Answered(answer);
        request.getResponseConsumers().forEach(consumer -> consumer.accept(response, relayed));
        return relayed;
    }

    private ServerResponse problem(Backend backend, RouteProblem type) {
        Problem problem = Problem.of(type).with("service", backend.word());
        if (type != RouteProblem.SERVICE_ANSWER_BROKEN) {
            problem.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ServerResponse.status(type.status()).build((request, response) -> {
            writer.write(problem, request, response);
            return null;
        });
    }

    private static RouteProblem type(Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> RouteProblem.SERVICE_NOT_REACHED;
            case NoRouteToHostException away -> RouteProblem.SERVICE_NOT_REACHED;
            case UnknownHostException unknown -> RouteProblem.SERVICE_NOT_REACHED;
            case ConnectionRequestTimeoutException noneFree -> RouteProblem.SERVICE_NOT_REACHED;
            case SocketTimeoutException late -> RouteProblem.SERVICE_TIMEOUT;
            default -> RouteProblem.SERVICE_ANSWER_BROKEN;
        };
    }

    private static boolean hasBody(Request request) {
        try {
            return !request.getServerRequest().servletRequest().getInputStream().isFinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream body(Request request) throws IOException {
        return request.getServerRequest().servletRequest().getInputStream();
    }

    /** A service's answer as the framework's header filters want to see it. */
    private record Answered(ClientHttpResponse answer) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            try {
                return answer.getStatusCode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }
    }
}
