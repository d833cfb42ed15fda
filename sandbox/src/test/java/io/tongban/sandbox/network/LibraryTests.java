package io.tongban.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTests {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Path standards;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Path data;

    @BeforeEach
    void project() throws IOException {
        standards = folder.resolve("standards");
        data = folder.resolve("data/library");
        Files.createDirectories(standards.resolve("residence-permit/cases"));
        Files.write(
                standards.resolve("index.yaml"),
                List.of(
                        "standards:",
                        "- residence-permit/Z1.yaml",
                        "- residence-permit/R1.yaml",
                        "- residence-permit/R2.yaml",
                        "calendar: workdays.csv"));
        for (String version : List.of("Z1", "R1", "R2")) {
            Files.writeString(standards.resolve("residence-permit/" + version + ".yaml"), "version: " + version);
        }
    }

    @Test
    void isTheProjectsWithoutWhatTheStoryPublishes() throws IOException {
        Path library = Library.in(standards, data);

        assertThat(Files.readAllLines(library.resolve("index.yaml")))
                .containsExactly(
                        "standards:",
                        "- residence-permit/Z1.yaml",
                        "- residence-permit/R1.yaml",
                        "calendar: workdays.csv");
        assertThat(library.resolve("residence-permit/R2.yaml")).doesNotExist();
        assertThat(library.resolve("residence-permit/R1.yaml")).hasContent("version: R1");
        assertThat(standards.resolve("residence-permit/R2.yaml")).exists();
    }

    @Test
    void isMadeAnewAtEachStart() throws IOException {
        Library.in(standards, data);
        Files.delete(standards.resolve("residence-permit/Z1.yaml"));
        Files.writeString(standards.resolve("residence-permit/R1.yaml"), "version: R1 # changed");

        Path library = Library.in(standards, data);

        assertThat(library.resolve("residence-permit/Z1.yaml")).doesNotExist();
        assertThat(library.resolve("residence-permit/R1.yaml")).hasContent("version: R1 # changed");
    }
}
