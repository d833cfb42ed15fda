package io.tongban.platform.correlation;

import feign.RequestInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Gives every request an id and passes it on; the trace context goes along. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        },
        beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TracingProperties.class)
public class CorrelationAutoConfiguration {

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    @ConditionalOnBean({Tracer.class, Propagator.class})
    TracePropagation tracePropagation(Tracer tracer, Propagator propagator) {
        return new TracePropagation(tracer, propagator);
    }

    /** In place of Boot's, which observes every request. */
    @Bean
    @ConditionalOnBean({ObservationRegistry.class, MeterRegistry.class})
    FilterRegistrationBean<ServerHttpObservationFilter> tracedRequests(
            ObservationRegistry observations,
            MeterRegistry meters,
            TracingProperties properties,
            @Value(TracingAutoConfiguration.SHARE) double share,
            @Value("${management.observations.http.server.requests.name:http.server.requests}") String name) {
        TracedCalls traced = new TracedCalls(
                share, properties.mostPerSecond(), () -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
        FilterRegistrationBean<ServerHttpObservationFilter> registration =
                new FilterRegistrationBean<>(new TracedRequests(observations, traced, new RequestTimers(name, meters)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestClientCustomizer.class)
    static class OfRestClients {

        @Bean
        RestClientCustomizer requestIdPropagation() {
            return builder -> builder.requestInterceptor(new RequestIdPropagation());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestInterceptor.class)
    static class OfFeignClients {

        @Bean
        RequestInterceptor feignRequestIdPropagation() {
            return new FeignRequestIdPropagation();
        }

        @Bean
        @ConditionalOnBean({Tracer.class, Propagator.class}) // as TracePropagation itself, which is made later
        @ConditionalOnMissingClass("feign.micrometer.MicrometerObservationCapability")
        RequestInterceptor feignTracePropagation(TracePropagation propagation) {
            return new FeignTracePropagation(propagation);
        }
    }
}
