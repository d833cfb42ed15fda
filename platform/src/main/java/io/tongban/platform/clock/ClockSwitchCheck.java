package io.tongban.platform.clock;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.StartRefused;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses a start outside a sandbox with a business clock that can be set, before anything is opened or migrated. */
final class ClockSwitchCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Binder binder = Binder.get(environment);
        check(
                binder.bindOrCreate("tongban.clock", ClockProperties.class),
                binder.bindOrCreate("tongban", DeploymentProperties.class));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    static void check(ClockProperties clock, DeploymentProperties deployment) {
        if (clock.settable() && !deployment.isSandbox()) {
            throw new StartRefused(
                    "The business clock can be set (tongban.clock.settable=true), but this is not a sandbox"
                            + " (tongban.environment is " + deployment.environment() + ").",
                    "Remove tongban.clock.settable. Only a sandbox may replay another time.");
        }
        if (clock.startsAt() != null && !clock.settable()) {
            throw new StartRefused(
                    "The business clock is to start at another time (tongban.clock.starts-at), but cannot be set.",
                    "Remove tongban.clock.starts-at; in a sandbox, set tongban.clock.settable=true beside it.");
        }
    }
}
