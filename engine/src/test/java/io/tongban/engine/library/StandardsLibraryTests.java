package io.tongban.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.standard.UnknownStandard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsLibraryTests {

    private static final Path PUBLISHED = Path.of("..", "standards");

    @TempDir
    private Path folder;

    @Test
    void holdsTheStandardsThatWereBuiltIn() {
        Standards standards = StandardsLibrary.builtIn().standards();

        assertThat(standards
                        .inForce("residence-permit", LocalDate.of(2017, 5, 8))
                        .version())
                .isEqualTo("R1");
        assertThat(standards
                        .inForce("residence-permit", LocalDate.of(2018, 7, 1))
                        .version())
                .isEqualTo("R2");
        assertThat(standards.inForce("elder-card", LocalDate.of(2018, 7, 1)).version())
                .isEqualTo("E1");
        assertThatThrownBy(() -> standards.inForce("residence-permit", LocalDate.of(2016, 6, 30)))
                .isInstanceOf(NoStandardInForce.class);
        assertThatThrownBy(() -> standards.version("residence-permit", "R9")).isInstanceOf(UnknownStandard.class);
    }

    /** Else a new item or another body that decides would need a new release. */
    @Test
    void noItemVersionOrBodyIsNamedInTheCode() throws IOException {
        List<String> names = StandardsLibrary.builtIn().standards().all().stream()
                .flatMap(standard -> Stream.of(
                        standard.item(),
                        standard.version(),
                        standard.responsibility().kind()))
                .distinct()
                .map(name -> '"' + name + '"')
                .toList();
        assertThat(names).contains("\"residence-permit\"", "\"elder-card\"", "\"police\"", "\"civil-affairs\"");

        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContain(names);
            }
        }
    }

    @Test
    void refusesTwoStandardsInForceOnOneDay() throws IOException {
        Path permit = PUBLISHED.resolve("residence-permit");
        String published = Files.readString(permit.resolve("R1.yaml"));
        Files.copy(permit.resolve("Z1.yaml"), folder.resolve("Z1.yaml"));
        Files.writeString(folder.resolve("R1.yaml"), published);
        Files.writeString(
                folder.resolve("R2.yaml"),
                published
                        .replace("version: R1", "version: R2")
                        .replace("from: \"2016-07-01\", until: \"2018-06-30\"", "from: \"2018-06-30\""));
        Files.writeString(
                folder.resolve("index.yaml"), "standards: [Z1.yaml, R1.yaml, R2.yaml]\ncalendar: workdays.csv\n");

        assertThatThrownBy(() -> StandardsLibrary.in(folder).standards())
                .isInstanceOf(DocumentInvalid.class)
                .hasMessageContaining("R1 and R2 are both in force on 2018-06-30")
                .hasMessageContaining("remedy: let one end on the day before");
    }

    @Test
    void saysWhichFileIsNotThere() throws IOException {
        Files.writeString(folder.resolve("index.yaml"), "standards:\n- R7.yaml\ncalendar: workdays.csv\n");

        assertThatThrownBy(() -> StandardsLibrary.in(folder).standards())
                .hasMessageContaining("index.yaml:2: the file")
                .hasMessageContaining("remedy: put it there");
    }
}
