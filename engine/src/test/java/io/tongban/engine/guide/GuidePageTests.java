package io.tongban.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Standard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GuidePageTests {

    private static final Guides GUIDES = new Guides(new Surroundings(
            "https://tongban.example/", StandardsLibrary.builtIn().remedy()));

    static Stream<Standard> published() {
        return StandardsLibrary.builtIn().standards().all().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void saysEverythingThatTheStandardSays(Standard standard) throws Exception {
        for (GuideLanguage language : GuideLanguage.values()) {
            Document page = page(standard, language);
            String text = page.getDocumentElement().getTextContent();

            assertThat(text)
                    .contains(language.of(standard.name()), standard.version(), standard.digest())
                    .contains(language.of(standard.inForceFrom()));
            standard.routes().forEach(route -> {
                assertThat(text).contains(language.heading(route.name()));
                for (Criterion criterion : route.criteria()) {
                    assertThat(text).contains(language.heading(criterion.name()));
                    criterion
                            .basis()
                            .forEach(basis -> assertThat(text)
                                    .contains(language.of(basis.source()), language.of(basis.article())));
                }
            });
            assertThat(text).doesNotContain("??", "null", "{0}", "[]");
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void tellsNoIdWhereAReaderNeedsAWord(Standard standard) throws Exception {
        Element body = elements(page(standard, GuideLanguage.ZH), "main").getFirst();

        assertThat(body.getTextContent().replace("https://tongban.example/api/v1/windows?item=" + standard.item(), ""))
                .doesNotContainPattern("[A-Za-z]{3,}");
    }

    @ParameterizedTest
    @MethodSource("published")
    void isReadByBrowsersAndByScreenReaders(Standard standard) throws Exception {
        for (GuideLanguage language : GuideLanguage.values()) {
            Document page = page(standard, language);

            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
            assertThat(elements(page, "h1")).hasSize(1);
            assertThat(elements(page, "main")).hasSize(1);
            assertThat(elements(page, "script")).isEmpty();
            assertThat(elements(page, "link")).isEmpty();
            assertThat(elements(page, "img")).isEmpty();
            assertThat(elements(page, "*")).noneMatch(element -> element.hasAttribute("style"));
            assertThat(elements(page, "*")).noneMatch(element -> element.hasAttribute("onclick"));
            for (Element table : elements(page, "table")) {
                assertThat(elements(table, "th")).isNotEmpty().allMatch(header -> header.hasAttribute("scope"));
                assertThat(table.hasAttribute("aria-labelledby")
                                || !elements(table, "caption").isEmpty())
                        .isTrue();
            }
            List<String> ids = elements(page, "*").stream()
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(elements(page, "a"))
                    .extracting(link -> link.getAttribute("href"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("#")
                            ? ids.contains(address.substring(1))
                            : address.equals("https://tongban.example/api/v1/windows?item=" + standard.item()));
        }
    }

    @Test
    void writesNoElementThatOnlyXmlCloses() {
        String page = new String(
                GUIDES.write(published().findFirst().orElseThrow(), GuideForm.HTML, GuideLanguage.ZH, Deadline.NONE),
                StandardCharsets.UTF_8);

        // A browser reads <td/> as an open cell.
        assertThat(page).doesNotContainPattern("<(?!meta\\b)[a-z0-9]+[^>]*/>");
        assertThat(page).doesNotContainPattern("th:[a-z]+=").doesNotContain("bookmark");
    }

    @Test
    void hasEveryWordInBothLanguages() throws IOException {
        Properties chinese = words("zh");
        Properties english = words("en");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames()).containsAll(keysOfTheTemplate());
        assertThat(english.values()).noneMatch(word -> word.toString().isBlank());
        assertThat(chinese.values()).noneMatch(word -> word.toString().isBlank());
    }

    private static List<String> keysOfTheTemplate() throws IOException {
        List<String> keys = new ArrayList<>();
        Matcher key = Pattern.compile("#\\{([a-z.-]+)").matcher(resource("page.html"));
        while (key.find()) {
            keys.add(key.group(1));
        }
        assertThat(keys).hasSizeGreaterThan(30);
        return keys;
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = GuidePageTests.class.getResourceAsStream("/guide/page_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = GuidePageTests.class.getResourceAsStream("/guide/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Document page(Standard standard, GuideLanguage language) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(GUIDES.write(standard, GuideForm.HTML, language, Deadline.NONE)));
    }

    private static List<Element> elements(Document page, String name) {
        return elements(page.getElementsByTagName(name));
    }

    private static List<Element> elements(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList found) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
