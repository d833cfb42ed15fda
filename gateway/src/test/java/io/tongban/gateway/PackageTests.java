package io.tongban.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class PackageTests {

    private static final ArchRule LANES_AND_EDGE_KNOW_NO_ROUTE = noClasses()
            .that()
            .resideInAnyPackage("..gateway.lane..", "..gateway.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.route..");

    private static final ArchRule NO_CALL_WAITS_FOR_A_COMPARISON = noClasses()
            .that()
            .resideInAnyPackage("..gateway.lane..", "..gateway.edge..", "..gateway.route..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.replica..");

    private static final ArchRule NO_CYCLES =
            slices().matching("io.tongban.gateway.(*)..").should().beFreeOfCycles();

    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.gateway");

    @Test
    void directionsHold() {
        LANES_AND_EDGE_KNOW_NO_ROUTE.check(gateway);
        NO_CALL_WAITS_FOR_A_COMPARISON.check(gateway);
        NO_CYCLES.check(gateway);
    }

    @Test
    void theRuleBites() {
        ArchRule turned = noClasses()
                .that()
                .resideInAPackage("..gateway.route..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..gateway.lane..", "..gateway.edge..");

        assertThat(turned.evaluate(gateway).hasViolation()).isTrue();
    }
}
