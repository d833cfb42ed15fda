package io.tongban.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the engine and the directions between them, in one table; that the engine knows no server, no database and no
 * clock; and for each of these rules an offender that it finds.
 */
class ArchitectureTests {

    private static final String ENGINE = "io.tongban.engine";

    /** A room has at most so many types; a fuller one is two rooms. */
    private static final int ROOM_FOR = 22;

    /** Each room with the rooms that it uses, all of which stand above it: so none runs back. */
    private static final String TABLE = """
            deadline            :
            document            :
            canonical           :
            expression          : document
            rule                : document expression
            point               : rule
            basis               : rule
            standard            : document expression rule basis
            library             : document canonical expression rule basis standard
            contributions.record :
            contributions       : contributions.record
            forecast            : expression standard contributions.record contributions
            papers              : expression rule standard contributions.record contributions
            assessment          : canonical expression rule point basis standard contributions.record contributions forecast papers
            suite               : deadline document rule standard library contributions.record contributions papers assessment
            comparison.person   : deadline document rule standard contributions.record papers assessment
            comparison          : document standard library comparison.person
            comparison.diff     : deadline canonical document rule basis standard contributions.record papers assessment comparison.person
            comparison.lint     : deadline document expression rule standard library assessment comparison.person comparison
            guide               : deadline canonical rule basis standard
            replay              : canonical point standard library contributions.record papers assessment
            visibility          : standard papers assessment replay
            verify              :
            command             : deadline document standard library suite comparison.person comparison comparison.diff \
            comparison.lint guide replay
            command.remote      : document canonical
            """;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ENGINE);

    private static final ArchRule NO_SERVER_AND_NO_DATABASE = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
                    .or(resideInAnyPackage("io.tongban..")
                            .and(not(resideInAnyPackage("io.tongban.form")))
                            .and(describe("outside the engine", type -> !isEngine(type)))));

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(java.time.Clock.class))
            .orShould()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAnyPackage("java.time..")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @Test
    void roomsUseEachOtherAsTheTableSays() {
        assertThat(lines(used(CLASSES))).containsExactlyElementsOf(lines(table(TABLE)));
    }

    @Test
    void noRoomIsFull() {
        Map<String, Long> types = new TreeMap<>();
        CLASSES.stream().filter(JavaClass::isTopLevelClass).forEach(type -> types.merge(room(type), 1L, Long::sum));

        assertThat(types).allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(ROOM_FOR));
    }

    @Test
    void knowsNoServerAndNoDatabase() {
        NO_SERVER_AND_NO_DATABASE.check(CLASSES);
    }

    @Test
    void knowsNoClock() {
        NO_CLOCK.check(CLASSES);
    }

    @Test
    void tableRefusesAnArrowBack() {
        assertThatThrownBy(() -> table("rule : expression\nexpression :\n"))
                .hasMessageContaining("rule uses expression, which does not stand above it");
    }

    @Test
    void rulesBite() {
        JavaClasses offenders = new ClassFileImporter().importClasses(AsksTheDatabase.class, AsksTheTime.class);

        assertThat(NO_SERVER_AND_NO_DATABASE.evaluate(offenders).hasViolation()).isTrue();
        assertThat(NO_CLOCK.evaluate(offenders).hasViolation()).isTrue();
        assertThat(used(new ClassFileImporter()
                        .importClasses(ArchitectureTests.class, io.tongban.engine.document.DocumentNode.class)))
                .as("a class of the root package is in no room")
                .isEqualTo(Map.of("document", Set.of()));
    }

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] sides = line.split(":", -1);
            String room = sides[0].strip();
            Set<String> uses = new TreeSet<>(List.of(sides[1].strip().split(" +")));
            uses.remove("");
            List<String> below = new ArrayList<>(uses);
            below.removeAll(table.keySet());
            if (!below.isEmpty()) {
                throw new IllegalArgumentException(
                        room + " uses " + below.getFirst() + ", which does not stand above it");
            }
            table.put(room, uses);
        }
        return table;
    }

    private static Map<String, Set<String>> used(JavaClasses classes) {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (JavaClass type : classes) {
            if (room(type).isEmpty()) {
                continue;
            }
            Set<String> rooms = used.computeIfAbsent(room(type), room -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(ArchitectureTests::isEngine)
                    .map(ArchitectureTests::room)
                    .filter(room -> !room.equals(room(type)))
                    .forEach(rooms::add);
        }
        return used;
    }

    private static List<String> lines(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(row -> row.getKey() + ": " + String.join(" ", new TreeSet<>(row.getValue())))
                .sorted()
                .toList();
    }

    private static boolean isEngine(JavaClass type) {
        return type.getPackageName().equals(ENGINE) || type.getPackageName().startsWith(ENGINE + ".");
    }

    /** Empty for the root, where the command line is put together. */
    private static String room(JavaClass type) {
        return type.getPackageName().equals(ENGINE) ? "" : type.getPackageName().substring(ENGINE.length() + 1);
    }

    private record AsksTheDatabase(java.sql.Connection connection) {}

    private record AsksTheTime(LocalDate today) {

        AsksTheTime() {
            this(LocalDate.now(java.time.ZoneOffset.UTC));
        }
    }
}
