package io.tongban.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The titles (English and Chinese) and details (English) of all problems, from {@code problems/*.properties}. */
public final class ProblemTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private final Map<String, String> english;
    private final Map<String, String> chinese;

    private ProblemTexts(Map<String, String> english, Map<String, String> chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The texts of every module on the class path.
     *
     * @throws IllegalStateException if two modules define the same text
     */
    public static ProblemTexts load(ClassLoader classes) {
        Map<String, String> english = new HashMap<>();
        Map<String, String> chinese = new HashMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(classes).getResources("classpath*:problems/*.properties")) {
                String name = Objects.requireNonNullElse(resource.getFilename(), "");
                add(resource, name.endsWith("_zh.properties") ? chinese : english);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("problem texts cannot be read", e);
        }
        return new ProblemTexts(Map.copyOf(english), Map.copyOf(chinese));
    }

    /** The text for {@code <slug>.title}, or null if nobody wrote it. */
    public @Nullable String title(ProblemType type, boolean inChinese) {
        return (inChinese ? chinese : english).get(type.slug() + ".title");
    }

    /** The text for {@code <slug>.detail} before its placeholders are filled, or null if nobody wrote it. */
    public @Nullable String detail(ProblemType type) {
        return english.get(type.slug() + ".detail");
    }

    static String fill(String text, Map<String, @Nullable Object> fields) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(fields.get(found.group(1)))));
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
