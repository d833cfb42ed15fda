package io.tongban.platform.test;

import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemTexts;
import io.tongban.platform.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Compares {@code docs/errors.md} and the message bundles with the problem types in the code.
 *
 * <p>A module's types are the rows below the heading that names it: {@code ## permit} for {@code io.tongban.permit}.
 */
public final class ErrorCatalogue {

    private static final Path PAGE = Path.of("docs", "errors.md");
    private static final Pattern ROW = Pattern.compile("\\| `/errors/([a-z0-9-]+)` \\| (\\d{3}) \\| (.+) \\| (.+) \\|");
    private static final Pattern NAMED = Pattern.compile("\\{[A-Za-z0-9]+}");
    private static final String ROOT_PACKAGE = "io.tongban.";

    private ErrorCatalogue() {}

    /**
     * Checks the types of one module.
     *
     * @param types all enums of the module that implement {@link ProblemType}
     * @throws AssertionError naming everything that differs
     */
    public static void check(Class<?>... types) {
        List<String> differences = differences(page(), types);
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "docs/errors.md, message bundles and code differ:\n  " + String.join("\n  ", differences));
        }
    }

    static List<String> differences(String page, Class<?>... types) {
        if (types.length == 0) {
            throw new IllegalArgumentException("name the module's problem types");
        }
        String module = module(types[0]);
        List<String> differences = new ArrayList<>();
        Map<String, ProblemType> inCode = inCode(types, differences);
        Map<String, Integer> onPage = onPage(page, module, differences);
        ProblemTexts texts = ProblemTexts.load(ErrorCatalogue.class.getClassLoader());
        inCode.forEach((slug, type) -> {
            @Nullable Integer status = onPage.remove(slug);
            if (status == null) {
                differences.add("/errors/" + slug + " has no row below '## " + module + "'");
            } else if (status != type.status().value()) {
                differences.add("/errors/" + slug + " answers " + type.status().value() + ", its row says " + status);
            }
            for (Language language : Language.values()) {
                missing(texts.title(type, language), slug + ".title (" + language.tag() + ")", differences);
                missing(texts.detail(type, language), slug + ".detail (" + language.tag() + ")", differences);
            }
        });
        differences.addAll(differences(texts));
        onPage.keySet()
                .forEach(slug -> differences.add(
                        "/errors/" + slug + " has a row below '## " + module + "' and no constant in the code"));
        unnamed(module, types).forEach(name -> differences.add(name + " is a problem type that the check leaves out"));
        return differences;
    }

    /** Every text is there in every language and names the same values. */
    static List<String> differences(ProblemTexts texts) {
        List<String> differences = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        Arrays.stream(Language.values()).map(texts::keys).forEach(keys::addAll);
        for (String key : keys) {
            String english = texts.text(key, Language.EN);
            String chinese = texts.text(key, Language.ZH);
            if (english == null || chinese == null) {
                differences.add(key + " is not in every language");
            } else if (!named(english).equals(named(chinese))) {
                differences.add(key + " names " + named(english) + " in English and " + named(chinese) + " in Chinese");
            }
        }
        return differences;
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ProblemType> inCode(Class<?>[] types, List<String> differences) {
        Map<String, ProblemType> inCode = new LinkedHashMap<>();
        for (Class<?> type : types) {
            if (!type.isEnum() || !ProblemType.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(type + " is no enum of problem types");
            }
            for (ProblemType problem : type.asSubclass(ProblemType.class).getEnumConstants()) {
                if (inCode.put(problem.slug(), problem) != null) {
                    differences.add("/errors/" + problem.slug() + " is there twice");
                }
            }
        }
        return inCode;
    }

    private static Map<String, Integer> onPage(String page, String module, List<String> differences) {
        Map<String, Integer> rows = new TreeMap<>();
        boolean inSection = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                inSection = line.equals("## " + module);
            } else if (inSection && line.startsWith("| `")) {
                Matcher row = ROW.matcher(line);
                if (!row.matches()) {
                    differences.add("not a row of the catalogue: " + line);
                } else if (rows.put(row.group(1), Integer.valueOf(row.group(2))) != null) {
                    differences.add("/errors/" + row.group(1) + " has two rows");
                }
            }
        }
        return rows;
    }

    private static Set<String> unnamed(String module, Class<?>[] types) {
        Set<String> found = new TreeSet<>();
        String classes = "classpath*:" + (ROOT_PACKAGE + module).replace('.', '/') + "/**/*.class";
        MetadataReaderFactory reader = new SimpleMetadataReaderFactory();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(classes)) {
                ClassMetadata type = reader.getMetadataReader(resource).getClassMetadata();
                if (List.of(type.getInterfaceNames()).contains(ProblemType.class.getName())
                        && !resource.getURL().getPath().contains("/test-classes/")) {
                    found.add(type.getClassName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of " + module + " cannot be read", e);
        }
        Arrays.stream(types).map(Class::getName).forEach(found::remove);
        return found;
    }

    private static void missing(@Nullable String text, String key, List<String> differences) {
        if (text == null || text.isBlank()) {
            differences.add(key + " is in no problems/*.properties");
        }
    }

    private static String module(Class<?> type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT_PACKAGE)) {
            throw new IllegalArgumentException(type + " is not in " + ROOT_PACKAGE + "*");
        }
        return name.substring(ROOT_PACKAGE.length()).split("\\.", 2)[0];
    }

    private static String page() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path page = folder.resolve(PAGE);
            if (Files.exists(page)) {
                try {
                    return Files.readString(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException(
                PAGE + " is in no folder above " + Path.of("").toAbsolutePath());
    }
}
