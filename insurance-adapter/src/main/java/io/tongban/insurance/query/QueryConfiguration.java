package io.tongban.insurance.query;

import io.tongban.platform.openapi.ApiDescription;
import io.tongban.platform.security.EndpointRules;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Says who may ask and how the interface is described. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
class QueryConfiguration {

    @Bean
    EndpointRules insuranceEndpoints() {
        return requests -> requests.requestMatchers(HttpMethod.POST, ContributionQueryController.PATH)
                .hasAuthority("SCOPE_contributions:read");
    }

    @Bean
    ApiDescription description() {
        return new ApiDescription(
                "Tongban insurance adapter",
                "Contribution records of the bureaux, read at the source. For services only.",
                Set.of("SCOPE_contributions:read"));
    }
}
