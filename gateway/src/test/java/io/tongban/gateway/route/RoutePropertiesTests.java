package io.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RoutePropertiesTests {

    @ParameterizedTest
    @ValueSource(strings = {"TONGBAN_ROUTES_PERMIT_SERVICE", "TONGBAN_ROUTES_PERMITSERVICE"})
    void areReadFromTheEnvironmentAsOperatorsWriteThem(String variable) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of(variable, "http://permit:8080")));
        Binder binder = new Binder(ConfigurationPropertySources.get(environment));

        RouteProperties.Routes routes =
                binder.bind("tongban.routes", RouteProperties.Routes.class).get();

        assertThat(routes.permitService()).isEqualTo(URI.create("http://permit:8080"));
    }

    @Test
    void aMissingAddressRefusesTheStartAndSaysWhatToSet() {
        assertThatThrownBy(() -> properties(null).address(Backend.PERMIT_SERVICE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tongban.routes.permit-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit:8080", "ftp://permit", "http://permit/api", "http://permit?x=1", "/permit"})
    void anAddressIsThatOfAServer(String address) {
        assertThatThrownBy(() -> properties(URI.create(address)).address(Backend.PERMIT_SERVICE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(address);
    }

    private static RouteProperties properties(@Nullable URI permitService) {
        RouteProperties.Timeouts second = new RouteProperties.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new RouteProperties(
                new RouteProperties.Routes(permitService, null),
                new RouteProperties.PerService(second, second),
                Set.of("Accept"));
    }
}
