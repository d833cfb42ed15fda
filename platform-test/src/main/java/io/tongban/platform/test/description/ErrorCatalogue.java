package io.tongban.platform.test.description;

import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemCatalogue;
import io.tongban.platform.problem.ProblemCatalogue.Row;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.http.HttpStatus;

/**
 * Compares the catalogue, {@code docs/errors.md} and {@code docs/errors.zh.md}, and the message bundles with the problem types
 * in the code.
 *
 * <p>A module's types are the rows below the heading that names it: {@code ## permit} for {@code io.tongban.permit}.
 */
public final class ErrorCatalogue {

    /** In each language the page has a name of its own. */
    private static final Map<Language, Path> PAGES =
            Map.of(Language.EN, Path.of("docs", "errors.md"), Language.ZH, Path.of("docs", "errors.zh.md"));

    /** A type is called by the thing that it is about first, or by what stands against an act. */
    private static final Pattern MISNAMED = Pattern.compile("unknown-.+|not-your-.+|.+-not-found");

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
        List<String> differences =
                new ArrayList<>(differences(ProblemTexts.load(ErrorCatalogue.class.getClassLoader())));
        PAGES.forEach((language, page) -> differences(language, text(page), types)
                .forEach(difference -> differences.add(page + ": " + difference)));
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "catalogue, message bundles and code differ:\n  " + String.join("\n  ", differences));
        }
    }

    static List<String> differences(Language language, String page, Class<?>... types) {
        if (types.length == 0) {
            throw new IllegalArgumentException("name the module's problem types");
        }
        String module = module(types[0]);
        List<String> differences = new ArrayList<>();
        Map<String, List<ProblemType>> inCode = inCode(types);
        Map<String, Row> onPage = onPage(page, module, differences);
        ProblemTexts texts = ProblemTexts.load(ErrorCatalogue.class.getClassLoader());
        inCode.forEach((slug, constants) -> {
            ProblemType type = constants.getFirst();
            Row row = onPage.remove(slug);
            if (row == null) {
                differences.add("/errors/" + slug + " has no row below '## " + module + "'");
            } else {
                compare(row, statuses(constants), texts.title(type, language), differences);
            }
            if (MISNAMED.matcher(slug).matches()) {
                differences.add("/errors/" + slug + " does not begin with the thing that it is about");
            }
            missing(texts.title(type, language), slug + ".title", differences);
            missing(texts.detail(type, language), slug + ".detail", differences);
        });
        onPage.keySet()
                .forEach(slug -> differences.add(
                        "/errors/" + slug + " has a row below '## " + module + "' and no constant in the code"));
        unnamed(module, types).forEach(name -> differences.add(name + " is a problem type that the check leaves out"));
        return differences;
    }

    private static void compare(Row row, Set<Integer> statuses, @Nullable String title, List<String> differences) {
        if (!statuses.equals(new TreeSet<>(row.statuses()))) {
            differences.add("/errors/" + row.slug() + " answers " + statuses + ", its row says " + row.statuses());
        }
        if (!row.title().equals(title)) {
            differences.add("/errors/" + row.slug() + " is '" + title + "', its row says '" + row.title() + "'");
        }
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

    /** The types, several constants of one name as one: rooms that do not know each other can answer the same type. */
    private static Map<String, List<ProblemType>> inCode(Class<?>[] types) {
        Map<String, List<ProblemType>> inCode = new LinkedHashMap<>();
        for (Class<?> type : types) {
            if (!type.isEnum() || !ProblemType.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(type + " is no enum of problem types");
            }
            for (ProblemType problem : type.asSubclass(ProblemType.class).getEnumConstants()) {
                inCode.computeIfAbsent(problem.slug(), slug -> new ArrayList<>())
                        .add(problem);
            }
        }
        return inCode;
    }

    private static Set<Integer> statuses(List<ProblemType> types) {
        return types.stream()
                .flatMap(type -> type.statuses().stream())
                .map(HttpStatus::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Row> onPage(String page, String module, List<String> differences) {
        Map<String, Row> rows = new TreeMap<>();
        try {
            for (Row row : ProblemCatalogue.read(page).rows()) {
                if (row.module().equals(module) && rows.put(row.slug(), row) != null) {
                    differences.add("/errors/" + row.slug() + " has two rows");
                }
            }
        } catch (IllegalArgumentException noRow) {
            differences.add(noRow.getMessage());
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

    private static String text(Path page) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve(page);
            if (Files.exists(found)) {
                try {
                    return Files.readString(found);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException(
                page + " is in no folder above " + Path.of("").toAbsolutePath());
    }
}
