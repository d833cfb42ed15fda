package io.tongban.insurance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tongban.offender.insurance.Offender;
import io.tongban.offender.insurance.record.TalkativeRow;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The rooms inside the service, and proof that their walls hold. */
class ModularityTests {

    /** What a row means is plain Java: it can be read, tested and kept without any framework. */
    private static final ArchRule RECORD_IS_PLAIN_JAVA = classes()
            .that(resideInAPackage("..insurance..record..").and(notAPackageInfo()))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.tongban.form..", "..insurance..record..")
            .because("domain types use java.* and form only");

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.insurance");

    @Test
    void featuresDependOnEachOtherInTheDeclaredDirectionsOnly() {
        ApplicationModules modules = ApplicationModules.of(InsuranceAdapterApplication.class);

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder("record", "page", "source", "evidence", "query");
        modules.verify();
    }

    @Test
    void directionsBite() {
        ApplicationModules offenders = ApplicationModules.of(Offender.class, noOption());

        assertThatExceptionOfType(Violations.class)
                .isThrownBy(offenders::verify)
                .withMessageContaining("'back'")
                .withMessageContaining("front");
    }

    @Test
    void recordIsPlainJava() {
        RECORD_IS_PLAIN_JAVA.check(SERVICE);
    }

    @Test
    void plainJavaBites() {
        JavaClasses offender = new ClassFileImporter().importClasses(TalkativeRow.class);

        assertThat(RECORD_IS_PLAIN_JAVA.evaluate(offender).hasViolation()).isTrue();
    }

    private static DescribedPredicate<JavaClass> notAPackageInfo() {
        return DescribedPredicate.describe(
                "no package-info", type -> !type.getSimpleName().equals("package-info"));
    }

    private static ImportOption noOption() {
        return location -> true;
    }
}
