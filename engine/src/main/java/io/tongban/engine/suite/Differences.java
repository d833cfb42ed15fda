package io.tongban.engine.suite;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what the result of a case is not as it was expected, one line for each. All values are compared as they are written. */
public final class Differences {

    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void add(String line) {
        lines.add(line);
    }

    /** A single value, or a list in its order; null expects that there is none. */
    public void compare(String key, DocumentNode expected, @Nullable Object found) {
        differ(key, written(expected.value()), written(found));
    }

    /** Values whose order means nothing; null expects that there are none. */
    public void compareSets(String key, DocumentNode expected, Collection<?> found) {
        compareSets(key, expected.isNull() ? List.of() : items(expected), found);
    }

    /** Values whose order means nothing. */
    public void compareSets(String key, Collection<?> expected, Collection<?> found) {
        differ(key, sorted(expected), sorted(found));
    }

    /** All names with their values, so that one that is not expected differs too; null expects that there are none. */
    public void compareMaps(String key, DocumentNode expected, Map<String, ?> found) {
        differ(key, written(expected.isNull() ? Map.of() : expected.value()), written(found));
    }

    /**
     * The members that are expected, and below them theirs; others may be there. One that no result has is never as expected.
     *
     * @param found maps; sets where the order of a list means nothing; lists; single values
     */
    public void compareMembers(DocumentNode expected, Map<String, ? extends @Nullable Object> found) {
        compareMembers("", expected, found);
    }

    private void compareMembers(String place, DocumentNode expected, Map<?, ?> found) {
        expected.members().forEach((key, value) -> {
            String at = place + key;
            if (!found.containsKey(key)) {
                lines.add(at + ": expected " + written(value.value()) + ", but here is no such member");
            } else if (value.isMap() && found.get(key) instanceof Map<?, ?> members) {
                compareMembers(at + ".", value, members);
            } else if (value.isList() && found.get(key) instanceof Set<?> set) {
                compareSets(at, items(value), set);
            } else {
                compare(at, value, found.get(key));
            }
        });
    }

    private static List<@Nullable Object> items(DocumentNode list) {
        List<@Nullable Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(item.value()));
        return items;
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(Differences::written).sorted().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String written(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + "=" + written(member.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Differences::written).collect(Collectors.joining(", ", "[", "]"));
        }
        return Objects.toString(value, "none");
    }

    private void differ(String key, String expected, String found) {
        if (!expected.equals(found)) {
            lines.add(key + ": expected " + expected + ", was " + found);
        }
    }
}
