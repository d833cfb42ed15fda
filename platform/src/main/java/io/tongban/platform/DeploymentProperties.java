package io.tongban.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this process runs.
 *
 * @param environment production, or the sandbox, which may replay another time
 * @param networkEncrypted whether the network between the services encrypts what they say to each other by itself, as a service mesh
 *     does, or WireGuard between the nodes
 */
@ConfigurationProperties("tongban")
public record DeploymentProperties(
        @DefaultValue("production") Environment environment,
        @DefaultValue("false") boolean networkEncrypted) {

    public boolean isSandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The kinds of environment. */
    public enum Environment {
        PRODUCTION,
        SANDBOX
    }
}
