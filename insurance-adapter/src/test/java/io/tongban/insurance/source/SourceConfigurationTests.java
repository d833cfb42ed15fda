package io.tongban.insurance.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SourceConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(SourceConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(BulkheadRegistry.class, BulkheadRegistry::ofDefaults)
            .withBean(CircuitBreakerRegistry.class, CircuitBreakerRegistry::ofDefaults)
            .withBean(RetryRegistry.class, RetryRegistry::ofDefaults);

    @Test
    void startsWithoutAnySource() {
        context.run(started -> assertThat(started).hasNotFailed().hasSingleBean(ContributionSources.class));
    }

    @Test
    void readsSourcesFromTheEnvironment() {
        withEnvironment(Map.of(
                        "TONGBAN_INSURANCE_BUDGET", "PT6S",
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_BASEURL", "http://127.0.0.1:8405/hangzhou",
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_AREAS", "330100,330104",
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_UNITS_FLEXIBLE", "30000001",
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_READTIMEOUT", "2s"))
                .run(started -> {
                    SourcesProperties properties = started.getBean(SourcesProperties.class);
                    assertThat(properties.budget()).isEqualTo(Duration.ofSeconds(6));
                    assertThat(properties.sources()).containsOnlyKeys("hangzhou");
                    SourceProperties source =
                            properties.sources().values().iterator().next();
                    assertThat(source.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8405/hangzhou"));
                    assertThat(source.areas()).containsExactlyInAnyOrder("330100", "330104");
                    assertThat(source.units().flexible()).containsExactly("30000001");
                    assertThat(source.spansOfMonthlyAmounts()).isFalse();
                    assertThat(source.readTimeout()).isEqualTo(Duration.ofSeconds(2));
                });
    }

    @Test
    void refusesAnAreaThatIsNone() {
        withEnvironment(Map.of(
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_BASEURL", "http://127.0.0.1:8405/hangzhou",
                        "TONGBAN_INSURANCE_SOURCES_HANGZHOU_AREAS", "3301"))
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("an area code has six digits"));
    }

    private ApplicationContextRunner withEnvironment(Map<String, Object> variables) {
        return context.withInitializer(starting -> starting.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables)));
    }
}
