package io.tongban.engine.library;

import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.document.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Named entries of a standard, those that are mistaken among them: to name one of these is no second mistake. */
final class Entries<T> {

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, T> read = new LinkedHashMap<>();
    private final Map<String, DocumentInvalid> mistaken = new LinkedHashMap<>();

    /** The entries of a map, each read independently of the others. */
    static <T> Entries<T> of(
            DocumentNode map, Shape.MapOf shape, Mistakes mistakes, BiFunction<String, DocumentNode, T> reader) {
        Entries<T> entries = new Entries<>();
        shape.checkRequired(map, mistakes);
        map.members()
                .forEach((name, node) -> entries.read(name, mistakes, () -> {
                    shape.requireName(name, node);
                    shape.value().require(node);
                    return reader.apply(name, node);
                }));
        return entries;
    }

    /** Reads one more; false if there was one of this name. */
    boolean read(String name, Mistakes mistakes, Supplier<T> reader) {
        boolean isFirst = names.add(name);
        try {
            read.put(name, reader.get());
        } catch (DocumentInvalid mistake) {
            mistakes.add(mistake);
            mistaken.put(name, mistake);
        }
        return isFirst;
    }

    boolean names(String name) {
        return names.contains(name);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /**
     * The entry, which is there.
     *
     * @throws DocumentInvalid with the mistakes in it, which are known already
     */
    T get(String name) {
        DocumentInvalid mistake = mistaken.get(name);
        if (mistake != null) {
            throw mistake;
        }
        return Objects.requireNonNull(read.get(name), name);
    }

    boolean isRight() {
        return mistaken.isEmpty();
    }

    /** @throws DocumentInvalid with mistakes in one of them, which are known already */
    void requireRight() {
        if (!mistaken.isEmpty()) {
            throw mistaken.values().iterator().next();
        }
    }

    /** Those that could be read, in their order. */
    Map<String, T> read() {
        return Collections.unmodifiableMap(read);
    }
}
