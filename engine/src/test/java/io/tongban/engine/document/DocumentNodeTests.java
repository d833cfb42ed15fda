package io.tongban.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void saysHowLargeAFileMayBe() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("long.yaml", "a: " + "x".repeat(20_000_000)))
                .withMessage(
                        "long.yaml:1: the file has 20,000,003 characters, more than the 3,145,728 that a standard may"
                                + " have\n  remedy: split it into several files");
    }

    @Test
    void readsASuiteOfTwentyMegabytes() {
        String row = "- {id: A, appliedOn: \"2017-05-08\", papers: [{kind: lease}], expect: {outcome: ELIGIBLE}}\n";
        int rows = 20 * 1024 * 1024 / row.length() + 1;

        DocumentNode suite = DocumentNode.read("large.yaml", "standard: x\ncases:\n" + row.repeat(rows), Extent.SUITE);

        assertThat(suite.get("cases").items()).hasSize(rows);
        assertThat(suite.get("cases").items().getLast().line()).isEqualTo(rows + 2);
    }

    @Test
    void refusesADocumentThatIsNestedTooDeeply() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("deep.yaml", "[".repeat(10_000) + "]".repeat(10_000)))
                .withMessageContaining("nested more than 40 deep")
                .withMessageContaining("remedy: write it flatter");
    }

    @Test
    void namesEveryKeyThatIsThereTwice() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("twice.yaml", "a: 1\nb: {c: 1, c: 2}\na: 2\n"))
                .satisfies(twice -> assertThat(twice.mistakes())
                        .extracting(Mistake::line, Mistake::problem)
                        .containsExactly(tuple(2, "'c' is there twice"), tuple(3, "'a' is there twice")));
    }

    @Test
    void refusesWhatIsNoDocument() {
        for (String text :
                new String[] {"", "# a comment\n", "a: 1\n---\nb: 2\n", "a: *b\n", "a: [1\n", "? [a]\n: b\n"}) {
            assertThatExceptionOfType(DocumentInvalid.class)
                    .as(text)
                    .isThrownBy(() -> DocumentNode.read("none.yaml", text))
                    .satisfies(none -> assertThat(none.remedy()).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: !!int 5\n",
                "a: 1\nb: !!java.net.URL [x]\n",
                "a: 1\nb: !own {c: 1}\n",
                "a: 1\n!!str b: 1\n",
                "a: 1\nb: ! x\n",
                "a: 1\nb: !<tag:yaml.org,2002:null> x\n"
            })
    void refusesTags(String text) {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("tag.yaml", text))
                .withMessage("tag.yaml:2: a tag is not read\n  remedy: take the tag (!name) out");
    }

    @Test
    void mergesNoMaps() {
        assertThatExceptionOfType(DocumentInvalid.class)
                .isThrownBy(() -> DocumentNode.read("merge.yaml", "a: &a {b: 1}\nc:\n  <<: *a\n"))
                .withMessageStartingWith("merge.yaml:3: ")
                .withMessageEndingWith("maps are not merged\n  remedy: write the members of the other map here");
        assertThat(DocumentNode.read("quoted.yaml", "'<<': 1\n").members()).containsKey("<<");
    }

    @Test
    void takesNothingForNull() {
        DocumentNode document = DocumentNode.read("null.yaml", "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: nullify\n");

        assertThat(document.members().values())
                .extracting(DocumentNode::isNull)
                .containsExactly(true, true, true, false, false, false);
    }
}
