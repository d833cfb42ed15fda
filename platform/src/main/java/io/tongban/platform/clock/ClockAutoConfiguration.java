package io.tongban.platform.clock;

import io.tongban.platform.DeploymentProperties;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Provides the two clocks, and refuses a start outside a sandbox with a business clock that can be set. */
@AutoConfiguration
@EnableConfigurationProperties({ClockProperties.class, DeploymentProperties.class})
public class ClockAutoConfiguration {

    ClockAutoConfiguration(ClockProperties clock, DeploymentProperties deployment) {
        ClockSwitchCheck.check(clock, deployment); // again: a property source may have been added since
    }

    @Bean
    @ConditionalOnMissingBean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock(ClockProperties properties) {
        BusinessClock clock = new BusinessClock(Clock.systemUTC());
        OffsetDateTime startsAt = properties.startsAt();
        if (startsAt != null) {
            clock.set(startsAt.atZoneSameInstant(BusinessClock.ZONE));
        }
        return clock;
    }
}
