package io.tongban.community.appointment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may book and who may check in, and when appointments are looked for that are missed or displaced. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AppointmentProperties.class)
class AppointmentConfiguration {

    /** The free half hours are covered by the rule for windows. */
    @Bean
    EndpointRules appointmentEndpoints() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST, "/api/v1/appointments", "/api/v1/appointments/*/cancellation")
                .hasRole("applicant")
                .requestMatchers(HttpMethod.PUT, "/api/v1/appointments/*/slot")
                .hasRole("applicant")
                .requestMatchers(HttpMethod.GET, "/api/v1/appointments")
                .hasRole("applicant")
                .requestMatchers(HttpMethod.GET, "/api/v1/appointments/*")
                .hasAnyRole("applicant", "clerk")
                .requestMatchers(HttpMethod.POST, "/api/v1/appointments/*/check-in")
                .hasAnyRole("applicant", "clerk");
    }

    /** Its row in the database is what keeps two replicas from running it at once. */
    @Bean
    RecurringTask<Void> dueAppointmentsTask(DueAppointments due, AppointmentProperties properties) {
        return Tasks.recurring("due-appointments", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> {
                    int missed = due.missSome();
                    while (missed > 0) {
                        missed = due.missSome();
                    }
                    boolean displaced = due.displaceAtAWindow();
                    while (displaced) {
                        displaced = due.displaceAtAWindow();
                    }
                });
    }
}
