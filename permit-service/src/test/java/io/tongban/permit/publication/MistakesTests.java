package io.tongban.permit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.PublishedStandard;
import io.tongban.engine.library.Standards;
import io.tongban.engine.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever an editor's text gets wrong is a mistake with a place in it, never a failure of the service. */
class MistakesTests {

    private static final Pattern VALUE = Pattern.compile("(?<=: |- |\\[)[^ \\[\\]{},][^\\[\\]{},]*");
    private static final List<String> WRONG = List.of(
            "null",
            "99999999999999999999",
            "x",
            "[]",
            "{}",
            "\"\"",
            "'a.b(c) && '",
            "9999-12-31",
            "\"{}{a}\"",
            "identity.bornOn",
            "settings.years / 0");

    private final LibraryCard card = LibraryCard.of("library-card", "L1", "2016-01-01");

    @Test
    void ofAStandardAreNamedWithTheirPlace() {
        List<String> escaped = new ArrayList<>();
        int refused = 0;
        for (String text : mistaken(card.document())) {
            try {
                DocumentNode document = DocumentNode.read("document", text);
                DraftedText.read(document);
                Standards alone = Standards.of(PublishedStandard.read(document, List.of()));
                Suite.read(DocumentNode.read("suite", card.suite())).run(alone, Deadline.NONE);
            } catch (DocumentInvalid mistake) {
                refused++;
                assertThat(mistake.line()).isPositive();
                assertThat(mistake.remedy()).isNotBlank();
            } catch (RuntimeException | StackOverflowError failure) {
                escaped.add(failure + " for\n" + difference(card.document(), text));
            }
        }

        assertThat(escaped).isEmpty();
        assertThat(refused).isGreaterThan(400);
    }

    @Test
    void ofASuiteAreNamedWithTheirPlace() {
        Standards alone =
                Standards.of(PublishedStandard.read(DocumentNode.read("document", card.document()), List.of()));
        List<String> escaped = new ArrayList<>();
        for (String text : mistaken(card.suite())) {
            try {
                Suite.read(DocumentNode.read("suite", text)).run(alone, Deadline.NONE);
            } catch (DocumentInvalid mistake) {
                assertThat(mistake.line()).isPositive();
            } catch (RuntimeException | StackOverflowError failure) {
                escaped.add(failure + " for\n" + difference(card.suite(), text));
            }
        }

        assertThat(escaped).isEmpty();
    }

    /** The text without one of its lines, and with each value replaced by each wrong one. */
    private static List<String> mistaken(String text) {
        List<String> lines = text.lines().toList();
        List<String> mistaken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            mistaken.add(with(lines, i, null));
            Matcher value = VALUE.matcher(lines.get(i));
            while (value.find()) {
                for (String wrong : WRONG) {
                    mistaken.add(with(
                            lines,
                            i,
                            lines.get(i).substring(0, value.start())
                                    + wrong
                                    + lines.get(i).substring(value.end())));
                }
            }
        }
        return mistaken;
    }

    private static String with(List<String> lines, int index, @Nullable String replacement) {
        List<String> changed = new ArrayList<>(lines);
        if (replacement == null) {
            changed.remove(index);
        } else {
            changed.set(index, replacement);
        }
        return String.join("\n", changed);
    }

    private static String difference(String right, String wrong) {
        List<String> lines = right.lines().toList();
        return wrong.lines().filter(line -> !lines.contains(line)).findFirst().orElse("a line that is not there");
    }
}
