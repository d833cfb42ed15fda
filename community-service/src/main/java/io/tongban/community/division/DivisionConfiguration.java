package io.tongban.community.division;

import io.tongban.platform.security.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may read the divisions. */
@Configuration(proxyBeanMethods = false)
class DivisionConfiguration {

    @Bean
    EndpointRules divisionEndpoints() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, "/api/v1/divisions/**").permitAll();
    }
}
