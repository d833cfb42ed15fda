package io.tongban.gateway.catalogue;

import io.tongban.gateway.catalogue.ErrorType.Meaning;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemCatalogue;
import io.tongban.platform.problem.ProblemCatalogue.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All problem types of the product in each language. */
final class ErrorTypes {

    private final Map<Language, SortedMap<String, ErrorType>> types;

    private ErrorTypes(Map<Language, SortedMap<String, ErrorType>> types) {
        this.types = types;
    }

    /** From the pages of the catalogue, which are built into the jar. */
    static ErrorTypes builtIn() {
        Map<Language, SortedMap<String, ErrorType>> types = new EnumMap<>(Language.class);
        types.put(Language.EN, byName(page("errors.md")));
        types.put(Language.ZH, byName(page("errors.zh.md")));
        return new ErrorTypes(types);
    }

    Optional<ErrorType> find(String name, Language language) {
        return Optional.ofNullable(in(language).get(name));
    }

    /** By name. */
    Collection<ErrorType> all(Language language) {
        return in(language).values();
    }

    private SortedMap<String, ErrorType> in(Language language) {
        return Objects.requireNonNull(types.get(language));
    }

    private static SortedMap<String, ErrorType> byName(ProblemCatalogue catalogue) {
        SortedMap<String, ErrorType> types = new TreeMap<>();
        for (Row row : catalogue.rows()) {
            List<Meaning> meanings = new ArrayList<>();
            ErrorType known = types.get(row.slug());
            if (known != null) {
                meanings.addAll(known.meanings());
            }
            meanings.add(new Meaning(row.module(), row.statuses(), row.when(), row.remedy()));
            types.put(row.slug(), new ErrorType("/errors/" + row.slug(), row.title(), meanings));
        }
        return types;
    }

    private static ProblemCatalogue page(String name) {
        try (InputStream page = ErrorTypes.class.getResourceAsStream("/catalogue/" + name)) {
            if (page == null) {
                throw new IllegalStateException("the gateway was built without " + name);
            }
            return ProblemCatalogue.read(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
