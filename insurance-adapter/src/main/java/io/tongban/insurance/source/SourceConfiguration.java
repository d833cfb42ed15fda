package io.tongban.insurance.source;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            MeterRegistry meters,
            Clock clock) {
        properties.sources().forEach((name, source) -> check(name, source, properties.budget()));
        checkAreas(properties.sources());
        List<BureauSource> sources = properties.sources().entrySet().stream()
                .map(source -> source(
                        source.getKey(), source.getValue(), bulkheads, breakers, retries, clock, properties.budget()))
                .toList();
        return new ContributionSources(sources, properties.budget(), meters);
    }

    /** Guards of one source are set under its name, those of all others as the default (resilience4j.*). */
    private static BureauSource source(
            String name,
            SourceProperties properties,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            Clock clock,
            Duration budget) {
        Bulkhead bulkhead = bulkheads.bulkhead(name);
        int persons = bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
        checkPatience(name, bulkhead, properties, budget);
        return new BureauSource(
                name,
                properties,
                new BureauConnection(name, properties, persons, clock),
                bulkhead,
                breakers.circuitBreaker(name),
                retries.retry(name));
    }

    private static void check(String name, SourceProperties source, Duration budget) {
        String key = "tongban.insurance.sources." + name;
        if (source.readTimeout().compareTo(budget) >= 0) {
            throw new StartRefused(
                    "%s.read-timeout (%s) is not less than tongban.insurance.budget (%s), so a slow source is never seen to be slow."
                            .formatted(key, source.readTimeout(), budget),
                    "Lower " + key + ".read-timeout or raise the budget.");
        }
        String scheme = source.baseUrl().getScheme();
        if (source.baseUrl().getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new StartRefused(
                    key + ".base-url is no HTTP address: " + source.baseUrl(),
                    "Set it to the bureau's address before /query, for example https://bureau.example/records.");
        }
    }

    /** Who waited for a place must still have time to be answered. */
    private static void checkPatience(String name, Bulkhead bulkhead, SourceProperties source, Duration budget) {
        Duration patience = bulkhead.getBulkheadConfig().getMaxWaitDuration();
        if (patience.plus(source.readTimeout()).compareTo(budget) > 0) {
            throw new StartRefused(
                    "The wait for a place at %s (resilience4j.bulkhead max-wait-duration, %s) leaves less than its read-timeout (%s) of tongban.insurance.budget (%s)."
                            .formatted(name, patience, source.readTimeout(), budget),
                    "Lower resilience4j.bulkhead.configs.default.max-wait-duration or raise the budget.");
        }
    }

    private static void checkAreas(Map<String, SourceProperties> sources) {
        Map<String, String> owners = new HashMap<>();
        sources.forEach((name, source) -> source.areas().forEach(area -> {
            String other = owners.put(area, name);
            if (other != null) {
                throw new StartRefused(
                        "The area %s has two sources, %s and %s.".formatted(area, other, name),
                        "Name it under tongban.insurance.sources.<source>.areas of one of them.");
            }
        }));
    }
}
