package io.tongban.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.gateway.lane.Lane;
import io.tongban.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Hands calls to one service and brings its answers back, or a problem that says why there is none. */
final class ServiceExchange {

    private static final Logger log = LoggerFactory.getLogger(ServiceExchange.class);

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final Backend backend;
    private final ServiceConnections.Connections service;
    private final RequestHeaders headers;
    private final ServiceTimers timers;
    private final Map<Lane, CircuitBreaker> breakers = new EnumMap<>(Lane.class);

    ServiceExchange(
            Backend backend,
            ServiceConnections.Connections service,
            RequestHeaders headers,
            CircuitBreakerRegistry registry,
            MeterRegistry meters) {
        this.backend = backend;
        this.service = service;
        this.headers = headers;
        this.timers = new ServiceTimers(service.service().getHostName(), meters);
        for (Lane lane :
                Lane.values()) { // what a service does to the calls of one lane must not close it for the others
            breakers.put(lane, registry.circuitBreaker(backend.word() + "/" + lane.word()));
        }
    }

    /** The answer, whose connection is given back when its body has been read, and given up when it is closed before. */
    CloseableHttpResponse ask(HttpServletRequest request) throws IOException {
        CircuitBreaker breaker = Objects.requireNonNull(breakers.get(Lane.of(request)));
        if (!breaker.tryAcquirePermission()) {
            throw problem(RouteProblem.SERVICE_NOT_REACHED);
        }
        long began = breaker.getCurrentTimestamp();
        try {
            CloseableHttpResponse answer = send(request);
            breaker.onSuccess(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit());
            return answer;
        } catch (IOException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), failure);
            log.warn("{} did not answer {}: {}", backend.word(), request.getMethod(), failure.toString());
            throw problem(type(failure));
        } catch (Problem ofTheRequest) {
            breaker.releasePermission();
            throw ofTheRequest;
        } catch (RuntimeException unforeseen) { // a permission that is not given back would be missing for good
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), unforeseen);
            throw unforeseen;
        }
    }

    /** A read that a connection failed, not one that took too long, is sent once more: its pod may just have gone. */
    private CloseableHttpResponse send(HttpServletRequest request) throws IOException {
        try {
            return sendOnce(request);
        } catch (IOException failure) {
            if (!REPEATABLE.contains(request.getMethod())
                    || hasBody(request)
                    || failure instanceof SocketTimeoutException
                    || failure instanceof ConnectionRequestTimeoutException) {
                throw failure;
            }
            return sendOnce(request);
        }
    }

    private CloseableHttpResponse sendOnce(HttpServletRequest request) throws IOException {
        ClassicHttpRequest call = service.call(request.getMethod(), address(request));
        headers.copy(request, call);
        if (hasBody(request)) { // whole before it is sent, so that no service waits for a slow client
            call.setEntity(new ByteArrayEntity(request.getInputStream().readAllBytes(), null));
        }
        return timers.time(request.getMethod(), () -> service.send(call));
    }

    /** As it came: what is encoded stays so. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Problem problem(RouteProblem type) {
        Problem problem = Problem.refusal(type).with("service", backend.word());
        return type == RouteProblem.SERVICE_ANSWER_BROKEN
                ? problem
                : problem.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static RouteProblem type(IOException cause) {
        return switch (cause) {
            case ConnectException refused -> RouteProblem.SERVICE_NOT_REACHED;
            case NoRouteToHostException away -> RouteProblem.SERVICE_NOT_REACHED;
            case UnknownHostException unknown -> RouteProblem.SERVICE_NOT_REACHED;
            case ConnectionRequestTimeoutException noneFree -> RouteProblem.SERVICE_NOT_REACHED;
            case SocketTimeoutException late -> RouteProblem.SERVICE_TIMEOUT;
            default -> RouteProblem.SERVICE_ANSWER_BROKEN;
        };
    }

    private static boolean hasBody(HttpServletRequest request) throws IOException {
        return !request.getInputStream().isFinished();
    }
}
