package io.tongban.platform.migration;

import io.tongban.platform.cli.Unusable;
import java.util.concurrent.Callable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code migrate}: a start of its own, and the only one that knows an owner's password. */
@Command(
        name = "migrate",
        description = {
            "Brings the schemas of the service's database to what this jar needs, and ends.",
            "",
            "Settings, from the environment: SPRING_DATASOURCE_URL and SPRING_DATASOURCE_USERNAME as the service has them;"
                    + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD of the owner (SPRING_FLYWAY_URL where the owner uses another"
                    + " address); for each schema NAME with an owner of its own TONGBAN_MIGRATION_SCHEMAS_NAME_USER and _PASSWORD."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schemas are what this jar needs",
            "1:they are not; what went wrong is said",
            "2:a setting is missing"
        })
public final class MigrateCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!ClassUtils.isPresent("org.flywaydb.core.Flyway", null)) {
            throw new Unusable("this service has no database", "there is nothing to migrate");
        }
        try (ConfigurableApplicationContext settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            new Migration(settings.getEnvironment())
                    .run()
                    .forEach(line -> spec.commandLine().getOut().println(line));
            return 0;
        } catch (Unusable missing) {
            throw missing;
        } catch (RuntimeException failure) { // whatever it is, the schemas are not what this jar needs
            spec.commandLine().getErr().println("not migrated: " + failure.getMessage());
            return FAILED;
        }
    }

    /** No beans: the command needs the settings of the service and none of its parts. */
    @Configuration(proxyBeanMethods = false)
    static class Settings {}
}
