package io.tongban.permit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;

/** Directions between the features, and domain types that are plain Java; each rule with an offender that it finds. */
class ModularityTests {

    private static final String[] RULES = {
        "io.tongban.permit.assessment", "io.tongban.permit.standard", "io.tongban.permit.contributions"
    };

    private static final ApplicationModules MODULES = ApplicationModules.of(PermitServiceApplication.class);

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tongban.permit");

    /** Records, enums and sealed types of the rules; what is read from HTTP is the client's own. */
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
                            .or(resideInAnyPackage("io.tongban.permit..")));

    @Test
    void featuresDependInTheDeclaredDirections() {
        MODULES.verify();
    }

    @Test
    void assessmentDependsOnTheRulesAndNothingElse() {
        assertThat(dependencies("assessment")).containsOnly("standard", "contributions", "canonical");
        assertThat(dependencies("standard")).containsOnly("canonical", "document");
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
        JavaClasses rules = SERVICE.that(resideInAnyPackage(RULES)
                .and(DescribedPredicate.not(DescribedPredicate.describe(
                        "of the client",
                        type -> type.getName()
                                .matches(".*(Properties|Client|Answer|Query|Token|ContributionRecords\\$.*)")))));

        DOMAIN_IS_PLAIN_JAVA.check(rules);
    }

    @Test
    void domainRuleBites() {
        JavaClasses offender = new ClassFileImporter().importClasses(SpringyRecord.class);

        assertThat(DOMAIN_IS_PLAIN_JAVA.evaluate(offender).hasViolation()).isTrue();
    }

    private static List<String> dependencies(String module) {
        return MODULES.getModuleByName(module).orElseThrow().getDirectDependencies(MODULES).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(target -> target.getIdentifier().toString())
                .distinct()
                .toList();
    }

    private record SpringyRecord(HttpStatus status) {}
}
