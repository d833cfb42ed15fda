package io.tongban.insurance.source;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.tongban.insurance.record.Area;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured bureaux, each with guards of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourcesProperties.class)
class SourceConfiguration {

    @Bean
    ContributionSources contributionSources(
            SourcesProperties properties,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            Clock clock) {
        checkBudget(properties);
        checkAreas(properties.sources());
        List<BureauSource> sources = properties.sources().entrySet().stream()
                .map(source -> source(source.getKey(), source.getValue(), bulkheads, breakers, retries, clock))
                .toList();
        return new ContributionSources(sources, properties.budget());
    }

    static BureauSource source(
            String name,
            SourceProperties properties,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            Clock clock) {
        return new BureauSource(
                name,
                properties,
                new BureauConnection(name, properties, clock),
                bulkheads.bulkhead(name, bulkhead(properties.bulkhead())),
                breakers.circuitBreaker(name, breaker(properties.breaker(), clock)),
                retries.retry(name, retry(properties.retry())));
    }

    private static BulkheadConfig bulkhead(SourceProperties.Bulkhead properties) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(properties.most())
                .maxWaitDuration(properties.patience())
                .writableStackTraceEnabled(false)
                .build();
    }

    private static CircuitBreakerConfig breaker(SourceProperties.Breaker properties, Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.leastCalls())
                .failureRateThreshold(properties.failureRate())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(properties.trials())
                // What our own budget cut short says nothing about the source.
                .ignoreException(SourceConfiguration::cutShort)
                .writableStackTraceEnabled(false)
                .build();
    }

    private static RetryConfig retry(SourceProperties.Repeats properties) {
        return RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(
                        IntervalFunction.ofExponentialRandomBackoff(properties.firstPause(), 2.0, properties.jitter()))
                .retryOnException(failure -> failure instanceof SourceSilent silence
                        && silence.reason().mayPass())
                .build();
    }

    private static boolean cutShort(Throwable failure) {
        return failure instanceof SourceSilent silence && silence.reason() == SilenceCause.BUDGET_SPENT;
    }

    private static void checkBudget(SourcesProperties properties) {
        Duration budget = properties.budget();
        properties.sources().forEach((name, source) -> {
            if (source.readTimeout().compareTo(budget) >= 0) {
                throw new IllegalStateException("tongban.insurance.sources.%s.read-timeout (%s) must be less than"
                                .formatted(name, source.readTimeout())
                        + " tongban.insurance.budget (%s): else a slow source is never seen to be slow"
                                .formatted(budget));
            }
        });
    }

    private static void checkAreas(Map<String, SourceProperties> sources) {
        Map<Area, String> owners = new HashMap<>();
        sources.forEach((name, source) -> {
            for (Area area : areas(source)) {
                String other = owners.put(area, name);
                if (other != null) {
                    throw new IllegalStateException("area %s has two sources, %s and %s: name it under one of them"
                            .formatted(area, other, name));
                }
            }
        });
    }

    private static Set<Area> areas(SourceProperties source) {
        return Set.copyOf(source.areas().stream().map(Area::new).toList());
    }
}
