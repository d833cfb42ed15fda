package io.tongban.permit.contributions;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.contributions.ContributionRecords.Guards;
import io.tongban.permit.contributions.ServiceToken.Credentials;
import java.net.MalformedURLException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

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
            MeterRegistry meters) {
        return new ContributionRecords(adapter, token, answers, guards, meters);
    }

    @Bean
    Guards insuranceAdapterGuards(CircuitBreakerRegistry breakers, RetryRegistry retries) {
        return new Guards(breakers.circuitBreaker(ADAPTER), retries.retry(ADAPTER));
    }

    @Bean
    ServiceToken serviceToken(ContributionsProperties properties, Clock systemClock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        return new ServiceToken(
                RestClient.builder().requestFactory(requests).build(),
                properties.tokenUri(),
                new Credentials(properties.clientId(), properties.clientSecret()),
                systemClock);
    }

    @Bean
    SignedAnswer signedAnswer(ContributionsProperties properties) throws MalformedURLException {
        return new SignedAnswer(keys(properties));
    }

    private static JWKSource<SecurityContext> keys(ContributionsProperties properties) throws MalformedURLException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(
                Math.toIntExact(properties.connectTimeout().toMillis()),
                Math.toIntExact(properties.readTimeout().toMillis()),
                50_000);
        Duration fetching = properties.connectTimeout().plus(properties.readTimeout());
        return JWKSourceBuilder.<SecurityContext>create(properties.keys().toURL(), retriever)
                .cache(properties.keysFor().toMillis(), fetching.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(false)
                .outageTolerant(properties.keysThroughOutage().toMillis())
                .build();
    }
}
