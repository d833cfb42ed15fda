package io.tongban.platform.migration;

import io.tongban.platform.StartRefused;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses a start of the service whose environment names an owner of its schemas, before anything is opened. */
final class OwnersSettingsCheck implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!application.getAllSources().contains(MigrateCommand.Settings.class)) {
            check(environment);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 3;
    }

    private static void check(ConfigurableEnvironment environment) {
        List<String> set = SchemaSettings.in(environment).stream()
                .flatMap(schema -> schema.ownersSettings().stream())
                .toList();
        if (!set.isEmpty()) {
            throw new StartRefused(
                    "The environment of the service names an owner of its schemas (" + String.join(", ", set) + ").",
                    "Give these settings to `java -jar SERVICE.jar migrate` alone, and remove "
                            + String.join(
                                    ", ", set.stream().map(Migration::variable).toList())
                            + " from the environment of the service.");
        }
    }
}
