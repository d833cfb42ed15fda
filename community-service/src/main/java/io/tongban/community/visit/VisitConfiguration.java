package io.tongban.community.visit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may run visits, and when those are looked for that were left open or not compared. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitProperties.class)
class VisitConfiguration {

    @Bean
    EndpointRules visitEndpoints() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, "/api/v1/visits", "/api/v1/visits/*/pass", "/api/v1/visits/*/handover")
                .hasRole("clerk")
                .requestMatchers(HttpMethod.POST, "/api/v1/visits/*/end")
                .hasAnyRole("clerk", "supervisor")
                .requestMatchers(HttpMethod.GET, "/api/v1/visits/*")
                .hasRole("clerk");
    }

    /** Its row in the database is what keeps two replicas from running it at once. */
    @Bean
    RecurringTask<Void> leftOpenVisitsTask(LeftOpenVisits leftOpen, VisitProperties properties) {
        return Tasks.recurring("left-open-visits", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> {
                    int found = leftOpen.findSome();
                    while (found > 0) {
                        found = leftOpen.findSome();
                    }
                });
    }

    @Bean
    RecurringTask<Void> compareVisitsTask(CompareEndedVisits compare, VisitProperties properties) {
        return Tasks.recurring("compare-visits", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> compare.compareAll());
    }
}
