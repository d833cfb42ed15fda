package io.tongban.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The features of this service and the directions between them. */
class ModularityTests {

    @Test
    void featuresDependInTheDeclaredDirections() {
        ApplicationModules modules = ApplicationModules.of(CommunityServiceApplication.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "division",
                        "window",
                        "openwindow",
                        "finding",
                        "ticket",
                        "appointment",
                        "visitpass",
                        "permitservice",
                        "visit",
                        "trip");
        modules.verify();
    }

    @Test
    void aDependencyAgainstTheDirectionIsFound() {
        ImportOption onlyTests = location -> location.contains("/test-classes/");
        ApplicationModules crossed = ApplicationModules.of("io.tongban.crossed", onlyTests);
        assertThatExceptionOfType(Violations.class)
                .isThrownBy(crossed::verify)
                .withMessageContaining("Module 'window' depends on module 'visit'");
    }
}
