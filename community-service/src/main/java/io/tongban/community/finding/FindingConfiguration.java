package io.tongban.community.finding;

import io.tongban.platform.security.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may read findings. */
@Configuration(proxyBeanMethods = false)
class FindingConfiguration {

    @Bean
    EndpointRules findingEndpoints() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, "/api/v1/findings").hasAnyRole("supervisor", "tier-admin");
    }
}
