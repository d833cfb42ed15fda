package io.tongban.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.client.RestClient;

/** Request id and trace context go along with every outgoing call. */
class PropagationTests {

    private final WebApplicationContextRunner contexts = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CorrelationAutoConfiguration.class,
                    OpenTelemetrySdkAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class));

    @BeforeEach
    void inACall() {
        MDC.put(RequestId.MDC_KEY, "call-17");
    }

    @AfterEach
    void afterIt() {
        MDC.remove(RequestId.MDC_KEY);
    }

    @Test
    void aRestClientPassesTheRequestIdOn() {
        contexts.run(context -> {
            RestClient.Builder builder = RestClient.builder();
            context.getBeanProvider(RestClientCustomizer.class).forEach(customizer -> customizer.customize(builder));
            MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
            server.expect(MockRestRequestMatchers.header(RequestId.HEADER, "call-17"))
                    .andRespond(MockRestResponseCreators.withSuccess());
            builder.build().method(HttpMethod.GET).uri("/").retrieve().toBodilessEntity();
            server.verify();
        });
    }

    @Test
    void aFeignClientPassesRequestIdAndTraceContextOn() {
        contexts.run(context -> {
            Tracer tracer = context.getBean(Tracer.class);
            Span span = tracer.nextSpan().start();
            RequestTemplate request = new RequestTemplate();
            try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
                assertThat(scope).isNotNull();
                context.getBeanProvider(RequestInterceptor.class).forEach(interceptor -> interceptor.apply(request));
            } finally {
                span.end();
            }
            assertThat(request.headers().get(RequestId.HEADER)).containsExactly("call-17");
            assertThat(request.headers().get("traceparent"))
                    .singleElement()
                    .asString()
                    .startsWith("00-" + span.context().traceId());
        });
    }

    @Test
    void whatNobodyTracesHereIsHandedOnAsItCame() {
        contexts.run(context -> {
            RequestTemplate request = new RequestTemplate();
            UntracedCall.enter(new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"));
            try {
                context.getBeanProvider(RequestInterceptor.class).forEach(interceptor -> interceptor.apply(request));
            } finally {
                UntracedCall.leave();
            }
            assertThat(request.headers().get("traceparent"))
                    .containsExactly("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        });
    }
}
