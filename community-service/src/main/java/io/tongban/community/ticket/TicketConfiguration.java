package io.tongban.community.ticket;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may take, read, call and end tickets, and when those are looked for whose day has ended. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketProperties.class)
class TicketConfiguration {

    private static final String[] TAKERS = {"applicant", "clerk", "device"};

    @Bean
    EndpointRules ticketEndpoints() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, "/api/v1/tickets", "/api/v1/tickets/*/return", "/api/v1/tickets/*/handover")
                .hasAnyRole(TAKERS)
                .requestMatchers(HttpMethod.GET, "/api/v1/tickets/*")
                .hasAnyRole(TAKERS)
                .requestMatchers(HttpMethod.GET, "/api/v1/tickets")
                .hasRole("clerk")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/windows/*/calls",
                        "/api/v1/tickets/*/calls",
                        "/api/v1/tickets/*/absence")
                .hasRole("clerk");
    }

    /** Its row in the database is what keeps two replicas from running it at once. */
    @Bean
    RecurringTask<Void> unservedTicketsTask(UnservedTickets unserved, TicketProperties properties) {
        return Tasks.recurring("unserved-tickets", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> {
                    int found = unserved.findSome();
                    while (found > 0) {
                        found = unserved.findSome();
                    }
                });
    }
}
