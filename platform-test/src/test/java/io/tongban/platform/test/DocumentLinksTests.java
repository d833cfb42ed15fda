package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents point at is there, and the check says so when not. */
class DocumentLinksTests {

    @TempDir
    private Path root;

    @BeforeEach
    void writeTwoDocuments() throws IOException {
        Files.createDirectories(root.resolve("docs/laws"));
        Files.writeString(root.resolve("docs/laws/decree.md"), "# 第一章 The `First` decree\n");
        Files.writeString(root.resolve("README.md"), "# Here\n");
    }

    @Test
    void everythingThatTheDocumentsPointAtIsThere() {
        Repository repository = Repository.ofThisModule();

        assertThat(repository.filesEndingIn(".md"))
                .contains(Path.of("README.md"), Path.of("standards", "laws", "README.md"))
                .hasSizeGreaterThan(60);
        assertThat(new DocumentLinks(repository).broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[decree](laws/decree.md)",
                "[decree](laws/decree.md#第一章-the-first-decree)",
                "[decree][1]\n\n[1]: laws/decree.md",
                "[folder](laws/)",
                "[up](../README.md#here)",
                "# Below\n\n[below](#below)",
                "[web](https://example.org/gone.md) <https://example.org/gone>",
                "`docs/laws/decree.md` and `docs/laws/`",
                "`docs/*/gone.md`, `docs/target/gone.md`, `elsewhere/gone.md`, `/docs/gone.md`, `./gone`",
                "```\n[in a block](gone.md)\n```",
            })
    void acceptsWhatIsThere(String text) throws IOException {
        assertThat(broken(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[decree](laws/gone.md)",
                "| a | [decree](laws/gone.md) |\n|---|---|",
                "[decree][1]\n\n[1]: laws/gone.md",
                "[decree](docs/laws/decree.md)",
                "[decree](/docs/laws/decree.md)",
                "[outside](../../)",
                "[space](<laws/the decree.md>)",
                "![picture](gone.png)",
                "[decree](laws/decree.md#second-decree)",
                "[above](#above)",
                "`docs/laws/gone.md`",
            })
    void namesWhatIsNotThere(String text) throws IOException {
        assertThat(broken(text)).singleElement().asString().startsWith("docs/page.md: there is no ");
    }

    @Test
    void passesOverWhatABuildLeaves() throws IOException {
        Files.createDirectories(root.resolve("docs/target"));
        Files.writeString(root.resolve("docs/target/copy.md"), "[gone](gone.md)");
        Files.createDirectories(root.resolve("docs/node_modules"));
        Files.writeString(root.resolve("docs/node_modules/README.md"), "[gone](gone.md)");

        assertThat(broken("")).isEmpty();
    }

    private List<String> broken(String text) throws IOException {
        Files.writeString(root.resolve("docs/page.md"), text);
        return new DocumentLinks(new Repository(root)).broken();
    }
}
