package io.tongban.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentNodeTests {

    @Test
    void readsWhatAliasesRepeat() {
        DocumentNode document = DocumentNode.read("a.yaml", "a: &list [1, 2]\nb: *list\n");

        assertThat(document.get("b").items()).extracting(DocumentNode::text).containsExactly("1", "2");
    }

    @Test
    void refusesAliasesOfAliases() {
        // 3^16 values in 16 lines, and fewer aliases than the parser would stop at
        String bomb = "l0: &l0 [x, y, z]\n"
                + IntStream.rangeClosed(1, 15)
                        .mapToObj(level -> "l%d: &l%d [*l%d, *l%d, *l%d]%n"
                                .formatted(level, level, level - 1, level - 1, level - 1))
                        .collect(Collectors.joining());

        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("bomb.yaml", bomb))
                .withMessageContaining("unfolds to more than 200000 values");
    }

    @Test
    void refusesALongTextSaidTooOften() {
        String bomb = "text: &text " + "x".repeat(100_000) + "\nall: [" + "*text, ".repeat(250) + "x]\n";

        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("bomb.yaml", bomb))
                .withMessageContaining("or 20000000 characters");
    }

    @Test
    void refusesALongKeyOverManyValues() {
        String bomb = "k".repeat(900) + ": &list [" + "1, ".repeat(30_000) + "1]\n";

        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("bomb.yaml", bomb))
                .withMessageContaining("or 20000000 characters");
    }

    @Test
    void refusesADocumentThatHoldsItself() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("loop.yaml", "a: &a [*a]\n"))
                .withMessageContaining("holds itself");
    }

    @Test
    void refusesMoreThanTheParserReads() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("long.yaml", "a: " + "x".repeat(3 * 1024 * 1024)))
                .withMessageContaining("not YAML");
    }
}
