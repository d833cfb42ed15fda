package io.tongban.platform.test.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.idempotency.IdempotencyProblem;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemTexts;
import io.tongban.platform.problem.ProblemType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;

/** The catalogue of errors is equal to the code, and says so when it is not. */
class ErrorCatalogueTests {

    private static final String ROW_OF_KEY_MISSING =
            "| `/errors/idempotency-key-missing` | 400 | Idempotency key missing | no key | Send one. |\n";

    private static final String REST = """
            | `/errors/idempotency-key-reused` | 422 | Idempotency key used for another request | other body | New key. |
            | `/errors/idempotency-key-in-use` | 409 | The request is still running | running | Wait. |
            | `/errors/idempotency-answer-lost` | 409 | The request was carried out, its answer was lost | lost | Look. |
            """;

    @Test
    void thePageIsEqualToTheCode() {
        ErrorCatalogue.check(GeneralProblem.class, IdempotencyProblem.class);
    }

    @Test
    void namesAMissingRowAWrongStatusAndARowTooMany() {
        assertThat(differences("## platform\n" + REST))
                .contains("/errors/idempotency-key-missing has no row below '## platform'");
        assertThat(differences("## platform\n" + ROW_OF_KEY_MISSING.replace("400", "404") + REST))
                .contains("/errors/idempotency-key-missing answers [400], its row says [404]");
        assertThat(differences("## platform\n" + ROW_OF_KEY_MISSING + REST + "| `/errors/gone` | 410 | t | x | y |\n"))
                .contains("/errors/gone has a row below '## platform' and no constant in the code");
        assertThat(differences("## other\n" + ROW_OF_KEY_MISSING + "## platform\n" + REST))
                .contains("/errors/idempotency-key-missing has no row below '## platform'");
        assertThat(differences("## platform\n" + REST + "| `/errors/idempotency-key-missing` | 400 |\n"))
                .contains("not a row of the catalogue: | `/errors/idempotency-key-missing` | 400 |");
    }

    @Test
    void namesARowWithAnotherTitleAndATypeThatBeginsWithAnotherWord() {
        assertThat(differences(
                        "## platform\n" + ROW_OF_KEY_MISSING.replace("Idempotency key missing", "Key gone") + REST))
                .contains("/errors/idempotency-key-missing is 'Idempotency key missing', its row says 'Key gone'");
        assertThat(ErrorCatalogue.differences(Language.EN, "## platform\n", Misnamed.class))
                .contains(
                        "/errors/unknown-thing does not begin with the thing that it is about",
                        "/errors/thing-not-found does not begin with the thing that it is about");
    }

    @Test
    void namesATypeThatTheCheckLeavesOut() {
        assertThat(differences("## platform\n" + ROW_OF_KEY_MISSING + REST))
                .containsExactly(
                        "io.tongban.platform.problem.GeneralProblem is a problem type that the check leaves out");
    }

    @Test
    void namesATextThatIsMissingInALanguageOrNamesOtherValuesThere(@TempDir Path folder) throws IOException {
        Path problems = Files.createDirectory(folder.resolve("problems"));
        Files.writeString(problems.resolve("some.properties"), "a.detail={x} and {y}\nb.title=B\nc.detail={x}\n");
        Files.writeString(problems.resolve("some_zh.properties"), "a.detail={x}\nc.detail=之{x}\n");
        try (URLClassLoader some = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(ErrorCatalogue.differences(ProblemTexts.load(some)))
                    .containsExactly(
                            "a.detail names [{x}, {y}] in English and [{x}] in Chinese",
                            "b.title is not in every language");
        }
    }

    private static List<String> differences(String page) {
        return ErrorCatalogue.differences(Language.EN, page, IdempotencyProblem.class);
    }

    /** Types that are called in other ways than all others. */
    private enum Misnamed implements ProblemType {
        UNKNOWN_THING,
        THING_NOT_FOUND;

        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_FOUND;
        }
    }
}
