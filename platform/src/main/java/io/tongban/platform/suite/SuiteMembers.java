package io.tongban.platform.suite;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of a map in a suite, read as what they have to be. Each reading says with place and remedy what is wrong, by an
 * {@link IllegalArgumentException}; a member with the value null reads as absent.
 */
public final class SuiteMembers {

    private static final String EXPECT = "expect";

    private final String place;
    private final Map<String, @Nullable Object> members;
    private final Set<String> known = new HashSet<>();

    private SuiteMembers(String place, Map<String, @Nullable Object> members) {
        this.place = place;
        this.members = members;
    }

    public static SuiteMembers of(Map<String, @Nullable Object> members) {
        return new SuiteMembers("", members);
    }

    /** As it is written, whatever it is. */
    public Optional<Object> find(String key) {
        known.add(key);
        return Optional.ofNullable(members.get(key));
    }

    public Optional<String> text(String key) {
        return find(key).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(key, "'" + value + "' is no text; write it in quotes");
        });
    }

    public boolean flag(String key) {
        return find(key)
                .map(value -> {
                    if (value instanceof Boolean flag) {
                        return flag;
                    }
                    throw wrong(key, "'" + value + "' is neither true nor false");
                })
                .orElse(false);
    }

    public Optional<LocalDate> date(String key) {
        return text(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                throw wrong(key, "'" + text + "' is no day; write it as 2017-05-08");
            }
        });
    }

    public <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        return text(key).map(text -> word(key, text, words));
    }

    /** The words that stand as values in a map; none if there is no such map. */
    public <E extends Enum<E>> Map<String, E> words(String key, Class<E> words) {
        Map<String, E> read = new LinkedHashMap<>();
        map(key).ifPresent(map -> map.members.forEach(
                (name, value) -> read.put(name, word(key + "." + name, String.valueOf(value), words))));
        return read;
    }

    public Optional<SuiteMembers> map(String key) {
        return find(key).map(value -> below(place + key + ".", value));
    }

    /** The elements of a list of maps; none if there is no such list. */
    public List<SuiteMembers> maps(String key) {
        List<SuiteMembers> maps = new ArrayList<>();
        find(key).ifPresent(value -> {
            if (!(value instanceof List<?> list)) {
                throw wrong(key, "this is no list; begin each element with '-'");
            }
            for (Object element : list) {
                maps.add(below(place + key + "[" + (maps.size() + 1) + "].", element));
            }
        });
        return maps;
    }

    /** What the case is to come to. Of a case that expects nothing, nothing could differ. */
    public SuiteMembers expected() {
        SuiteMembers expected = map(EXPECT).orElseThrow(() -> missing(EXPECT));
        if (expected.members.isEmpty()) {
            throw wrong(EXPECT, "this expects nothing; say what the case is to come to");
        }
        return expected;
    }

    /** All members as they are written. */
    public Map<String, @Nullable Object> asWritten() {
        return Collections.unmodifiableMap(members);
    }

    /** Refuses the members that were not asked for: one that is misspelt would be left out in silence. */
    public void refuseOthers() {
        Set<String> others = new TreeSet<>(members.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    place + others.iterator().next() + " is not known here; known are " + new TreeSet<>(known));
        }
    }

    /** What is to be said of a member that is there and wrong. */
    public IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(place + key + ": " + what);
    }

    /** What is to be said of a member that is not there. */
    public IllegalArgumentException missing(String key) {
        return wrong(key, "this is missing");
    }

    private <E extends Enum<E>> E word(String key, String text, Class<E> words) {
        E[] all = words.getEnumConstants();
        return Arrays.stream(all)
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(key, "'" + text + "' is none of " + Arrays.toString(all)));
    }

    private static SuiteMembers below(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(place.substring(0, place.length() - 1) + ": this has no members");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        return new SuiteMembers(place, members);
    }
}
