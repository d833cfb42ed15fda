package io.tongban.permit.law;

import io.tongban.platform.security.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may read the law. */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

    @Bean
    EndpointRules lawRules() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, LawAddress.LAWS + "/*").permitAll();
    }
}
