package io.tongban.community.permitservice;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.servicetoken.ServiceTokens;
import java.net.http.HttpClient;
import java.time.Clock;
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
    TellingRounds tellingRounds(
            UntoldEnds untold, PermitService permitService, PermitServiceProperties properties, MeterRegistry meters) {
        return new TellingRounds(untold, permitService, properties.tellAgain(), meters);
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
