package io.tongban.community.window;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.security.EndpointRules;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;

/** The calendar of working days, and who may read, add and change windows. */
@Configuration(proxyBeanMethods = false)
class WindowConfiguration {

    @Bean
    WorkingCalendar workingCalendar(@Value("classpath:network/workday-exceptions.csv") Resource exceptions)
            throws IOException {
        try (Reader source = new InputStreamReader(exceptions.getInputStream(), StandardCharsets.UTF_8)) {
            return WorkingCalendar.read(source);
        }
    }

    /** Lets an alarm go off before the year comes whose holidays nobody has loaded. */
    @Bean
    MeterBinder calendarEnd(WorkingCalendar calendar) {
        return registry -> Gauge.builder("tongban.calendar.last.year", calendar, WorkingCalendar::lastYear)
                .description("The last year whose public holidays are known")
                .register(registry);
    }

    /** Covers the search for open windows as well: openwindow answers it at the address of the windows. */
    @Bean
    EndpointRules windowEndpoints() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/windows/**")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/windows")
                .hasRole("tier-admin")
                .requestMatchers(
                        HttpMethod.PUT, "/api/v1/windows/*", "/api/v1/windows/*/hours", "/api/v1/windows/*/capacity")
                .hasRole("tier-admin");
    }
}
