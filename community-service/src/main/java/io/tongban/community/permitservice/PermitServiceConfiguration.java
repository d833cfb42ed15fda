package io.tongban.community.permitservice;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.servicetoken.ServiceTokens;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PermitServiceProperties.class)
class PermitServiceConfiguration {

    private static final String PERMIT_SERVICE = "permit-service";

    @Bean
    Rounds tellingRounds(
            UntoldEnds untold, PermitService permitService, PermitServiceProperties properties, MeterRegistry meters) {
        return new Rounds(
                "ended-visits",
                Duration.ZERO,
                properties.tellAgain(),
                new TellEndedVisits(untold, permitService),
                Counter.builder("tongban.ended-visits.untold")
                        .description("Rounds in which permit-service did not hear of ended visits; it is told again")
                        .register(meters),
                "permit-service does not hear of ended visits; it is told again");
    }

    @Bean
    CriterionNames criterionNames(PermitService permitService, PermitServiceProperties properties, Clock systemClock) {
        return new CriterionNames(permitService, properties.criteriaKeptFor(), systemClock);
    }

    @Bean
    PermitService permitService(
            PermitServiceProperties properties, ServiceTokens tokens, CircuitBreakerRegistry breakers) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        return new PermitService(
                RestClient.builder()
                        .baseUrl(properties.url().toString())
                        .requestFactory(requests)
                        .build(),
                tokens.of(PERMIT_SERVICE),
                breakers.circuitBreaker(PERMIT_SERVICE),
                properties.criteriaReadWithin());
    }
}
