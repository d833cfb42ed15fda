package io.tongban.community.ticket;

import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may take and read tickets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketProperties.class)
class TicketConfiguration {

    private static final String[] TAKERS = {"applicant", "clerk", "device"};

    @Bean
    EndpointRules ticketEndpoints() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/tickets")
                .hasAnyRole(TAKERS)
                .requestMatchers(HttpMethod.GET, "/api/v1/tickets/*")
                .hasAnyRole(TAKERS);
    }
}
