package io.tongban.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this process runs.
 *
 * @param environment production, or the sandbox, which may replay another time
 */
@ConfigurationProperties("tongban")
public record DeploymentProperties(
        @DefaultValue("production") Environment environment) {

    public boolean isSandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The kinds of environment. */
    public enum Environment {
        PRODUCTION,
        SANDBOX
    }
}
