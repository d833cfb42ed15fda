package io.tongban.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The titles and details of all problems and field errors in each language, from {@code problems/*.properties}. */
public final class ProblemTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Map<Language, Map<String, String>> texts;

    private ProblemTexts(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /**
     * The texts of every module on the class path.
     *
     * @throws IllegalStateException if two modules define the same text
     */
    public static ProblemTexts load(ClassLoader classes) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        texts.put(Language.EN, new HashMap<>());
        texts.put(Language.ZH, new HashMap<>());
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(classes).getResources("classpath*:problems/*.properties")) {
                String name = Objects.requireNonNullElse(resource.getFilename(), "");
                Language language = name.endsWith("_zh.properties") ? Language.ZH : Language.EN;
                add(resource, Objects.requireNonNull(texts.get(language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("problem texts cannot be read", e);
        }
        return new ProblemTexts(texts);
    }

    /** The text for {@code <slug>.title}, or null if nobody wrote it. */
    public @Nullable String title(ProblemType type, Language language) {
        return text(type.slug() + ".title", language);
    }

    /** The text for {@code <slug>.detail} before its placeholders are filled, or null if nobody wrote it. */
    public @Nullable String detail(ProblemType type, Language language) {
        return text(type.slug() + ".detail", language);
    }

    /** The text for {@code field.<name>} before its placeholders are filled, or null if nobody wrote it. */
    @Nullable
    String field(String name, Language language) {
        return text("field." + name, language);
    }

    /** All keys of a language. */
    public Collection<String> keys(Language language) {
        return Map.copyOf(Objects.requireNonNull(texts.get(language))).keySet();
    }

    /** The text of a key before its placeholders are filled, or null if nobody wrote it. */
    public @Nullable String text(String key, Language language) {
        return Objects.requireNonNull(texts.get(language)).get(key);
    }

    static String fill(String text, Map<String, ? extends @Nullable Object> fields, Language language) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(word(fields.get(found.group(1)), language)));
    }

    /** What is not there, such as the last day of an open period, is a dash to people. */
    private static String word(@Nullable Object value, Language language) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(language.comma()))
                : Objects.toString(value, "–");
    }

    private static void add(Resource resource, Map<String, String> texts) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            String text = properties.getProperty(key);
            String other = texts.putIfAbsent(key, text);
            if (other != null && !other.equals(text)) {
                throw new IllegalStateException("problem text '" + key + "' is defined twice, also in " + resource);
            }
        }
    }
}
