package io.tongban.engine.suite;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what the result of a case is not as it was expected, one line for each. */
public final class Differences {

    private static final String NONE = "none";

    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void add(String line) {
        lines.add(line);
    }

    /** A single value; null expects that there is none. */
    public void compare(String key, DocumentNode expected, @Nullable Object found) {
        differ(key, expected.isNull() ? NONE : expected.text(), Objects.toString(found, NONE));
    }

    /** Values whose order means nothing; null expects that there are none. */
    public void compareSets(String key, Collection<String> expected, Collection<?> found) {
        TreeSet<String> wanted = new TreeSet<>(expected);
        differ(key, wanted, found.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The items of a list as texts; null is none. */
    public static List<String> texts(DocumentNode list) {
        return list.isNull()
                ? List.of()
                : list.items().stream().map(DocumentNode::text).toList();
    }

    /** All names with their values, so that one that is not expected differs too. */
    public void compareMaps(String key, DocumentNode expected, Map<String, ?> found) {
        TreeMap<String, String> wanted = new TreeMap<>();
        if (!expected.isNull()) {
            expected.members().forEach((name, value) -> wanted.put(name, String.valueOf(value.value())));
        }
        TreeMap<String, String> texts = new TreeMap<>();
        found.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        differ(key, wanted, texts);
    }

    private void differ(String key, Object expected, Object found) {
        if (!expected.equals(found)) {
            lines.add(key + ": expected " + expected + ", was " + found);
        }
    }
}
