package io.tongban.permit.contributions;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.contributions.ContributionRecords.Guards;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.RemoteKeySets;
import io.tongban.platform.servicetoken.ServiceToken;
import io.tongban.platform.servicetoken.ServiceTokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = InsuranceAdapterClient.class)
@EnableConfigurationProperties(ContributionsProperties.class)
class ContributionsConfiguration {

    private static final String ADAPTER = "insurance-adapter";

    @Bean
    ContributionRecords contributionRecords(
            InsuranceAdapterClient adapter,
            ServiceToken token,
            SignedAnswer answers,
            Guards guards,
            BusinessClock clock,
            MeterRegistry meters) {
        return new ContributionRecords(adapter, token, answers, guards, clock, meters);
    }

    @Bean
    Guards insuranceAdapterGuards(CircuitBreakerRegistry breakers, RetryRegistry retries) {
        return new Guards(breakers.circuitBreaker(ADAPTER), retries.retry(ADAPTER));
    }

    @Bean
    ServiceToken insuranceAdapterToken(ServiceTokens tokens) {
        return tokens.of(ADAPTER);
    }

    @Bean
    SignedAnswer signedAnswer(ContributionsProperties properties, RemoteKeySets keySets) {
        return new SignedAnswer(keySets.forKnownCallers(properties.keys()));
    }
}
