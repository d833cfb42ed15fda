package io.tongban.permit.casefile.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a case of a suite expects of a result, member by member. */
final class Expectations {

    private Expectations() {}

    /**
     * Each member that is expected and is otherwise; a member that no result has is never as expected.
     *
     * @param was the result: maps; lists; sets where the order of a list means nothing; all else is compared as text
     */
    static List<String> differences(Map<?, ?> expected, Map<String, @Nullable Object> was) {
        List<String> differences = new ArrayList<>();
        compare("", expected, was, differences);
        return differences;
    }

    private static void compare(String place, Map<?, ?> expected, Map<?, ?> was, List<String> differences) {
        expected.forEach((key, value) -> {
            String at = place + key;
            if (!was.containsKey(key)) {
                differences.add(at + ": expected " + value + ", but here is no such member");
            } else if (value instanceof Map<?, ?> map && was.get(key) instanceof Map<?, ?> members) {
                compare(at + ".", map, members, differences);
            } else if (!written(value, was.get(key)).equals(written(was.get(key), was.get(key)))) {
                differences.add(at + ": expected " + value + ", was " + was.get(key));
            }
        });
    }

    /** The value in the form in which it is compared, which depends on what the result is. */
    private static Object written(@Nullable Object value, @Nullable Object was) {
        return value instanceof Collection<?> elements && was instanceof Set
                ? elements.stream().map(Expectations::written).sorted().toList()
                : written(value);
    }

    private static String written(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(Expectations::written).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + "=" + written(member.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return Objects.toString(value);
    }
}
