package io.tongban.permit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.core.ApplicationModules;

/** Directions between the features, and domain types that are plain Java; each rule with an offender that it finds. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(PermitServiceApplication.class);

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tongban.permit");

    /** Records, enums and sealed types of a case; what goes over the wire is in rooms of its own. */
    private static final DescribedPredicate<JavaClass> DOMAIN_TYPES = DescribedPredicate.describe(
            "domain types",
            type -> type.isRecord()
                    || type.isEnum()
                    || (type.isInterface() && type.reflect().isSealed()));

    private static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that(DOMAIN_TYPES)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java.lang..", "java.time..", "java.math..", "java.util..", "org.jspecify..")
                            .or(resideInAnyPackage("io.tongban.permit..", "io.tongban.engine..")));

    private static final ArchRule DAYS_ARE_COMPUTED_WITHOUT_A_CLOCK = noClasses()
            .that(DOMAIN_TYPES)
            .should()
            .dependOnClassesThat(assignableTo(Clock.class))
            .orShould()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAnyPackage("java.time..")))));

    @Test
    void featuresDependInTheDeclaredDirections() {
        MODULES.verify();
    }

    @Test
    void directionsBite() {
        assertThat(ApplicationModules.of("io.tongban.permit.offender", location -> true)
                        .detectViolations()
                        .getMessages())
                .anyMatch(message -> message.contains("offender.standard") || message.contains("'standard'"));
    }

    @Test
    void domainIsPlainJava() {
        JavaClasses domain = SERVICE.that(resideInAnyPackage(
                        "io.tongban.permit.casefile", "io.tongban.permit.casefile.permit", "io.tongban.permit.deadline")
                .and(DescribedPredicate.not(DescribedPredicate.describe(
                        "configuration",
                        type -> type.getName().endsWith("Properties")
                                || type.getName().endsWith("Problem")))));

        DOMAIN_IS_PLAIN_JAVA.check(domain);
    }

    @Test
    void domainRuleBites() {
        JavaClasses offender = new ClassFileImporter().importClasses(SpringyRecord.class);

        assertThat(DOMAIN_IS_PLAIN_JAVA.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void limitsAndEndorsementsAreComputedWithoutAClock() {
        DAYS_ARE_COMPUTED_WITHOUT_A_CLOCK.check(
                SERVICE.that(resideInAnyPackage("io.tongban.permit.casefile.permit", "io.tongban.permit.deadline")));
    }

    @Test
    void ruleOfClocksBites() {
        JavaClasses offender = new ClassFileImporter().importClasses(ClockwatchingRecord.class);

        assertThat(DAYS_ARE_COMPUTED_WITHOUT_A_CLOCK.evaluate(offender).hasViolation())
                .isTrue();
    }

    private record SpringyRecord(HttpStatus status) {}

    record ClockwatchingRecord(LocalDate start) {

        long daysSince() {
            return start.datesUntil(LocalDate.now(ZoneId.of("Asia/Shanghai"))).count();
        }
    }
}
