package io.tongban.community.visit;

import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may run visits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitProperties.class)
class VisitConfiguration {

    @Bean
    EndpointRules visitEndpoints() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, "/api/v1/visits", "/api/v1/visits/*/pass", "/api/v1/visits/*/end")
                .hasRole("clerk")
                .requestMatchers(HttpMethod.GET, "/api/v1/visits/*")
                .hasRole("clerk");
    }
}
