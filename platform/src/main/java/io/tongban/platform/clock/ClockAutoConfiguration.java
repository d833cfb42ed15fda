package io.tongban.platform.clock;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Provides the two clocks, and refuses a start outside a sandbox with a business clock that can be set. */
@AutoConfiguration
@EnableConfigurationProperties({ClockProperties.class, DeploymentProperties.class})
public class ClockAutoConfiguration {

    ClockAutoConfiguration(ClockProperties clock, DeploymentProperties deployment) {
        if (clock.settable() && !deployment.isSandbox()) {
            throw new StartRefused(
                    "The business clock can be set (tongban.clock.settable=true), but this is not a sandbox"
                            + " (tongban.environment=" + deployment.environment() + ").",
                    "Remove tongban.clock.settable. Only a sandbox may replay another time.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock() {
        return new BusinessClock(Clock.systemUTC());
    }
}
