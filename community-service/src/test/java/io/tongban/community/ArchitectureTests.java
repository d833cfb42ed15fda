package io.tongban.community;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** What the code of this service keeps to, and that each rule bites. */
class ArchitectureTests {

    /** A room has at most so many types; a fuller one is two rooms. */
    private static final int ROOM_FOR = 20;

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tongban.community");

    /** Records, enums and sealed types, but for the shapes on the wire, the settings and the problem catalogue. */
    private static final DescribedPredicate<JavaClass> DOMAIN_TYPES = describe(
            "domain types",
            type -> (type.isRecord() || type.isEnum() || type.reflect().isSealed())
                    && !outermost(type).getSimpleName().matches(".*(Request|Response|Body|Properties|Problem)"));

    private static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that(DOMAIN_TYPES)
            .and()
            .areNotAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.tongban.community..",
                    "io.tongban.platform.problem",
                    "io.tongban.platform.clock"))
            .because("rules are read and tested without a framework");

    private static final ArchRule NOTHING_USES_A_CONTROLLER = noClasses()
            .should()
            .dependOnClassesThat(
                    describe("are controllers of another class", type -> type.isAnnotatedWith(RestController.class)));

    private static final ArchRule TRANSACTIONS_BEGIN_IN_USE_CASES = classes()
            .that(describe(
                    "open transactions",
                    type -> type.isAnnotatedWith(Transactional.class)
                            || type.getMethods().stream()
                                    .anyMatch(method -> method.isAnnotatedWith(Transactional.class))))
            .should()
            .beAnnotatedWith(Service.class);

    @Test
    void domainIsPlainJava() {
        DOMAIN_IS_PLAIN_JAVA.check(SERVICE);
    }

    @Test
    void domainRuleBites() {
        assertBites(DOMAIN_IS_PLAIN_JAVA, SpringyRecord.class);
    }

    @Test
    void nothingUsesAController() {
        NOTHING_USES_A_CONTROLLER.check(SERVICE);
    }

    @Test
    void controllerRuleBites() {
        assertBites(NOTHING_USES_A_CONTROLLER, UsesController.class);
    }

    @Test
    void transactionsBeginInUseCases() {
        TRANSACTIONS_BEGIN_IN_USE_CASES.check(SERVICE);
    }

    @Test
    void transactionRuleBites() {
        assertBites(TRANSACTIONS_BEGIN_IN_USE_CASES, TransactionalPlace.class);
    }

    @Test
    void noRoomIsFull() {
        assertThat(roomsWithMoreTypesThan(ROOM_FOR)).isEmpty();
    }

    @Test
    void fullRoomIsFound() {
        assertThat(roomsWithMoreTypesThan(1)).containsKeys("io.tongban.community.visit", "io.tongban.community.window");
    }

    private static Map<String, Long> roomsWithMoreTypesThan(int limit) {
        return SERVICE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(room -> room.getValue() > limit)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void assertBites(ArchRule rule, Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender);
        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private record SpringyRecord(HttpStatus status) {}

    @RestController
    private static final class Controller {}

    private record UsesController(Controller controller) {}

    @Transactional
    private static final class TransactionalPlace {}
}
