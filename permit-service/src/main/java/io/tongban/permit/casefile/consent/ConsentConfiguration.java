package io.tongban.permit.casefile.consent;

import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsentProperties.class)
class ConsentConfiguration {

    @Bean
    EndpointRules consentRules() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, ConsentController.PATH, ConsentController.PATH + "/{id}/withdrawal")
                .hasAnyRole("applicant", "clerk")
                .requestMatchers(HttpMethod.GET, ConsentController.PATH, ConsentController.PATH + "/questions")
                .hasRole("applicant");
    }
}
