package io.tongban.engine.comparison.diff;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what two documents write differently. Members of a map are compared by key, items of a list by what names them (their
 * {@code id}, {@code kind} or text), and rules in their order.
 */
final class WrittenChanges {

    /** What a list's items are known by, the first that all of them have. */
    private static final List<String> NAMES = List.of("id", "kind", "area", "source");

    private final List<Change> changes = new ArrayList<>();

    private WrittenChanges() {}

    static List<Change> between(DocumentNode before, DocumentNode after) {
        WrittenChanges found = new WrittenChanges();
        found.compare(List.of(), before.value(), after.value());
        return List.copyOf(found.changes);
    }

    private void compare(List<String> path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            compareMembers(path, old, now);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            compareItems(path, old, now);
        } else {
            changes.add(new Change(path, shown(path, before), shown(path, after)));
        }
    }

    private void compareMembers(List<String> path, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> compare(inside(path, key.toString()), before.get(key), after.get(key)));
    }

    private void compareItems(List<String> path, List<?> before, List<?> after) {
        Map<String, Object> old = named(before);
        Map<String, Object> now = named(after);
        if (old.size() < before.size() || now.size() < after.size()) {
            compareInOrder(path, before, after);
            return;
        }
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        int found = changes.size();
        names.forEach(name -> compare(inside(path, name), old.get(name), now.get(name)));
        if (found == changes.size()) {
            changes.add(new Change(
                    path, "in the order " + String.join(", ", old.keySet()), String.join(", ", now.keySet())));
        }
    }

    /** Items by their names; none if some have no name, or two have the same. */
    private static Map<String, Object> named(List<?> items) {
        for (String key : NAMES) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (Object item : items) {
                Object name = item instanceof Map<?, ?> map ? map.get(key) : item;
                if (name instanceof String text) {
                    named.put(text, item);
                }
            }
            if (named.size() == items.size()) {
                return named;
            }
        }
        return Map.of();
    }

    /** Items that both have are left out from both ends; of the rest each is compared with its counterpart. */
    private void compareInOrder(List<String> path, List<?> before, List<?> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - sameAtEnd).equals(after.get(after.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        List<?> old = before.subList(start, before.size() - sameAtEnd);
        List<?> now = after.subList(start, after.size() - sameAtEnd);
        for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
            compare(
                    inside(path, Integer.toString(start + i + 1)),
                    i < old.size() ? old.get(i) : null,
                    i < now.size() ? now.get(i) : null);
        }
    }

    private static List<String> inside(List<String> path, String step) {
        List<String> inside = new ArrayList<>(path);
        inside.add(step);
        return inside;
    }

    /** The value on one line; of a whole criterion or route, which is new or gone, its name. */
    private static @Nullable String shown(List<String> path, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        boolean whole = path.size() == 2 && List.of("criteria", "routes").contains(path.getFirst());
        Object name = whole && value instanceof Map<?, ?> map ? map.get("name") : null;
        return inOneLine(name == null ? value : name);
    }

    private static String inOneLine(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("zh") && map.containsKey("en") ? named(map) : members(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WrittenChanges::inOneLine).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null ? "none" : value.toString().strip();
    }

    /** Both languages first, and then what is there beside them. */
    private static String named(Map<?, ?> map) {
        Map<Object, @Nullable Object> others = new LinkedHashMap<>(map);
        others.keySet().removeAll(List.of("zh", "en"));
        String name = map.get("zh") + " / " + map.get("en");
        return others.isEmpty() ? name : name + " " + members(others);
    }

    private static String members(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(member -> member.getKey() + ": " + inOneLine(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
