package io.tongban.permit.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.message.CaseMessage.Template;
import io.tongban.platform.outbox.MessageTexts;
import io.tongban.platform.problem.Language;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTextTests {

    private static final MessageTexts TEXTS = MessageTexts.load(MessageTextTests.class.getClassLoader());

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTemplateHasATextAndEveryTextATemplate(Language language) {
        assertThat(TEXTS.names(language))
                .filteredOn(name -> !name.startsWith("word."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Template.values()).map(Template::word).collect(Collectors.toSet()));
        assertThat(TEXTS.names(language)).isEqualTo(TEXTS.names(Language.EN));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void bothLanguagesSayTheSameFigures(Template template) {
        assertThat(figures(template, Language.ZH, "itemZh")).isEqualTo(figures(template, Language.EN, "itemEn"));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void itFitsIntoThreePartsOfAShortMessage(Template template) {
        Map<String, String> figures = Map.of("itemZh", "浙江省老年优待证办理", "receipt", "R-2017-00000001");

        assertThat(TEXTS.text(template.word(), figures, Language.ZH)).hasSizeLessThan(3 * 67);
    }

    @Test
    void aFigureWithWordsIsSaidInThem() {
        assertThat(TEXTS.text("closed", Map.of("itemEn", "permit", "result", "WITHDRAWN"), Language.EN))
                .contains("has ended: it was withdrawn.");
        assertThat(TEXTS.text("closed", Map.of("itemEn", "permit", "result", "$1"), Language.EN))
                .contains("has ended: $1.");
    }

    private static Set<String> figures(Template template, Language language, String item) {
        assertThat(TEXTS.figures(template.word(), language)).contains(item);
        return TEXTS.figures(template.word(), language).stream()
                .filter(figure -> !figure.equals(item))
                .collect(Collectors.toSet());
    }
}
