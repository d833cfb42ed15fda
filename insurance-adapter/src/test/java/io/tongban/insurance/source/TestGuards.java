package io.tongban.insurance.source;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.common.CompositeCustomizer;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadProperties;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerProperties;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The guards of sources as {@code application.yaml} sets them, quick to repeat, on a clock that a test turns. */
record TestGuards(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers, RetryRegistry retries) {

    private static final String DEFAULT = "default";

    static TestGuards asConfigured(Clock clock) {
        return with(Map.of(), clock);
    }

    /** @param changes settings of all sources, such as {@code retry.max-attempts} */
    static TestGuards with(Map<String, String> changes, Clock clock) {
        Map<String, Object> settings = new HashMap<>(Map.of("resilience4j.retry.configs.default.wait-duration", "5ms"));
        changes.forEach(
                (name, value) -> settings.put("resilience4j." + name.replaceFirst("\\.", ".configs.default."), value));
        Binder binder = new Binder(ConfigurationPropertySources.from(
                List.of(new MapPropertySource("changes", settings), applicationYaml())));
        BulkheadProperties bulkheads =
                binder.bind("resilience4j.bulkhead", BulkheadProperties.class).get();
        CircuitBreakerProperties breakers = binder.bind("resilience4j.circuitbreaker", CircuitBreakerProperties.class)
                .get();
        RetryProperties retries =
                binder.bind("resilience4j.retry", RetryProperties.class).get();
        return new TestGuards(
                BulkheadRegistry.of(bulkheads.createBulkheadConfig(
                        bulkheads.getConfigs().get(DEFAULT), new CompositeCustomizer<>(List.of()), DEFAULT)),
                CircuitBreakerRegistry.of(CircuitBreakerConfig.from(breakers.createCircuitBreakerConfig(
                                DEFAULT, breakers.getConfigs().get(DEFAULT), new CompositeCustomizer<>(List.of())))
                        .clock(clock)
                        .build()),
                RetryRegistry.of(retries.createRetryConfig(
                        retries.getConfigs().get(DEFAULT), new CompositeCustomizer<>(List.of()), DEFAULT)));
    }

    static boolean isOfOne(String setting) {
        return List.of("retry", "bulkhead", "circuitbreaker").contains(setting.split("\\.", 2)[0]);
    }

    private static PropertySource<?> applicationYaml() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
