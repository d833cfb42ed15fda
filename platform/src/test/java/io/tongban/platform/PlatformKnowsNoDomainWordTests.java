package io.tongban.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The platform is what every service does alike: it knows no word of what the services are about.
 *
 * <p>Not among the words: those that are claims of a token ({@code tier}, {@code division}, {@code authority},
 * {@code person}), which every service reads alike.
 */
class PlatformKnowsNoDomainWordTests {

    private static final Set<String> WORDS = Set.of(
            "permit",
            "permits",
            "residence",
            "contribution",
            "contributions",
            "insurance",
            "bureau",
            "applicant",
            "applicants",
            "assessment",
            "assessments",
            "criterion",
            "criteria",
            "notice",
            "notices",
            "visit",
            "visits",
            "window",
            "windows",
            "clerk",
            "clerks",
            "reviewer",
            "ticket",
            "tickets",
            "employer",
            "police",
            "community",
            "evidence",
            "lease",
            "hukou");

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final ArchRule NO_DOMAIN_WORD_IN_NAMES = classes().should(haveNoDomainWord());

    @Test
    void noNameInTheCodeIsADomainWord() {
        NO_DOMAIN_WORD_IN_NAMES.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tongban.platform"));
    }

    @Test
    void theRuleBites() {
        JavaClasses offenders = new ClassFileImporter().importClasses(VisitRecord.class, Opening.class);
        assertThat(NO_DOMAIN_WORD_IN_NAMES
                        .evaluate(offenders)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("VisitRecord"))
                .anyMatch(detail -> detail.contains("windowId"));
    }

    @Test
    void noTextInTheModuleIsADomainWord() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<String> found = files.filter(Files::isRegularFile)
                    .flatMap(PlatformKnowsNoDomainWordTests::offendingLines)
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void theSearchOfTextsBites() {
        assertThat(domainWords("a clerk's window")).containsExactly("clerk", "window");
        assertThat(domainWords("idx_visit_pk, caseOfContributionMonth")).containsExactly("visit", "contribution");
        assertThat(domainWords("requests.permitAll()")).isEmpty(); // Spring's word
        assertThat(domainWords("a revisited windowless permission")).isEmpty();
    }

    private static Stream<String> offendingLines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !domainWords(line).isEmpty())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> domainWords(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.replace("permitAll", "")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(WORDS::contains)
                .toList();
    }

    private static ArchCondition<JavaClass> haveNoDomainWord() {
        return new ArchCondition<>("have no domain word in their names") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                report(type.getName(), type, events);
                type.getMembers().forEach(member -> report(name(member), type, events));
            }

            private static void report(String name, JavaClass type, ConditionEvents events) {
                domainWords(name)
                        .forEach(word -> events.add(SimpleConditionEvent.violated(
                                type, "'" + word + "' in " + name + " of " + type.getName())));
            }

            private static String name(JavaMember member) {
                return member.getName();
            }
        };
    }

    private record VisitRecord(int number) {}

    private record Opening(int windowId) {}
}
