package io.tongban.platform.outbox;

import io.tongban.platform.problem.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of messages in each language, from {@code messages/*.properties} and {@code messages/*_zh.properties}: by the name of the template, with
 * {@code {figure}} where a figure stands. What a figure says is put into words where there is a text {@code word.<figure>}.
 */
public final class MessageTexts {

    private static final Pattern FIGURE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String WORD = "word.";

    private final Map<Language, Map<String, String>> texts;

    private MessageTexts(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** Those of every module on the class path. */
    public static MessageTexts load(ClassLoader classes) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, new HashMap<>());
        }
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(classes).getResources("classpath*:messages/*.properties")) {
                String name = Objects.requireNonNullElse(resource.getFilename(), "");
                Language language = name.endsWith("_zh.properties") ? Language.ZH : Language.EN;
                Properties read = new Properties();
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.stringPropertyNames().forEach(key -> of(texts, language).put(key, read.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("texts of messages cannot be read", e);
        }
        return new MessageTexts(texts);
    }

    /**
     * The text of a message; a figure that is not there is a dash.
     *
     * @throws IllegalArgumentException if the template has none in this language
     */
    public String text(String template, Map<String, String> figures, Language language) {
        Map<String, String> ofLanguage = of(texts, language);
        String text = ofLanguage.get(template);
        if (text == null) {
            throw new IllegalArgumentException("the message " + template + " has no text in " + language);
        }
        return FIGURE.matcher(text).replaceAll(found -> {
            String figure = figures.getOrDefault(found.group(1), "–");
            return Matcher.quoteReplacement(ofLanguage.getOrDefault(WORD + figure, figure));
        });
    }

    /** The names of all texts of a language, those of words too. */
    public Set<String> names(Language language) {
        return Set.copyOf(of(texts, language).keySet());
    }

    /** The figures that a text names. */
    public Set<String> figures(String template, Language language) {
        return FIGURE.matcher(of(texts, language).getOrDefault(template, ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> of(Map<Language, Map<String, String>> texts, Language language) {
        return Objects.requireNonNull(texts.get(language));
    }
}
