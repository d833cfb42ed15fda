package io.tongban.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.gateway.lane.Lanes;
import io.tongban.platform.correlation.TracePropagation;
import io.tongban.platform.request.ReadHeaders;
import io.tongban.platform.security.EndpointRules;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /** Routes of Spring Cloud Gateway, handled by our own exchange: its proxy would copy all headers nine times (docs/adr/0192). */
    @Bean
    RouterFunction<ServerResponse> routes(RelayedServices services) {
        return Arrays.stream(Backend.values())
                .map(backend -> route(backend.word())
                        .route(path(backend.paths()), request -> new RelayedCall(services, backend))
                        .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    @Bean
    RelayedServices relayedServices(
            ServiceConnections connections,
            RequestHeaders requests,
            AnswerHeaders answers,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters) {
        Map<Backend, ServiceExchange> exchanges = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            exchanges.put(backend, new ServiceExchange(backend, connections.to(backend), requests, breakers, meters));
        }
        return new RelayedServices(exchanges, answers);
    }

    @Bean
    RoutedServices routedServices(RouteProperties properties) {
        return new RoutedServices(Arrays.stream(Backend.values())
                .map(backend -> new RoutedServices.RoutedService(
                        backend.word(), properties.address(backend), List.of(backend.paths())))
                .toList());
    }

    /** The services decide who may do what; here it is only asked that there is a caller. No route, no secret: 404. */
    @Bean
    EndpointRules endpointRules() {
        return requests -> {
            for (Backend backend : Backend.values()) {
                requests.requestMatchers(HttpMethod.GET, backend.publicPaths()).permitAll();
                requests.requestMatchers(HttpMethod.HEAD, backend.publicPaths()).permitAll();
                requests.requestMatchers(backend.paths()).authenticated();
            }
            requests.requestMatchers("/**").permitAll();
        };
    }

    @Bean
    ServiceConnections serviceConnections(RouteProperties properties, Lanes lanes) {
        return new ServiceConnections(properties, lanes.places());
    }

    @Bean
    RequestHeaders requestHeaders(RouteProperties properties, TracePropagation trace) {
        return new RequestHeaders(properties.relayedHeaders(), trace);
    }

    /** Services are sent a browser's name, and none reads it. */
    @Bean
    ReadHeaders headersThatServicesRead(RouteProperties properties) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(properties.relayedHeaders());
        names.remove(HttpHeaders.USER_AGENT);
        return new ReadHeaders(names);
    }

    @Bean
    AnswerHeaders answerHeaders(RouteProperties properties) {
        return new AnswerHeaders(
                Arrays.stream(Backend.values()).map(properties::address).toList());
    }

    @Bean
    FilterRegistrationBean<BrokenOff> brokenOff() {
        FilterRegistrationBean<BrokenOff> registration = new FilterRegistrationBean<>(new BrokenOff());
        registration.setOrder(BrokenOff.ORDER);
        return registration;
    }
}
