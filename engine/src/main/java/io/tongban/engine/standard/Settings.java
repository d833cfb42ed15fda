package io.tongban.engine.standard;

import io.tongban.engine.expression.FactType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of one criterion. */
public final class Settings {

    /** A setting by which contribution months are counted, with its type and what months can be counted with at all. */
    public enum Counting {
        /** So many paid months in a row are needed. */
        MONTHS("months", 1, 600),
        /** The kinds of insurance that count. */
        KINDS("kinds", SettingType.WORDS),
        AREAS("areas", SettingType.AREAS),
        /** So many months in a row that are not paid break the run. */
        GAP_MONTHS("gapMonths", 1, 600),
        LATE_AFTER_MONTHS("lateAfterMonths", 0, 600),
        POSTING_DAY("postingDay", 1, 31),
        /** {@code any} or {@code each} of the kinds; without it any. */
        KINDS_NEEDED("kindsNeeded", SettingType.WORD),
        /** The run's last month is at most so many months before the record's; without it 1. */
        ENDS_WITHIN("endsWithin", 1, 600),
        /** Another way to have enough: {@code windowMonths} among the last so many months. */
        WINDOW("window", 1, 600),
        WINDOW_MONTHS("windowMonths", 1, 600);

        /** The value of {@code kindsNeeded} with which one of the kinds suffices. */
        public static final String ANY = "any";

        /** The value of {@code kindsNeeded} with which no kind makes up for another. */
        public static final String EACH = "each";

        private final String id;
        private final SettingType type;
        private final int smallest;
        private final int largest;

        Counting(String id, SettingType type) {
            this(id, type, 0, 0);
        }

        Counting(String id, int smallest, int largest) {
            this(id, SettingType.NUMBER, smallest, largest);
        }

        Counting(String id, SettingType type, int smallest, int largest) {
            this.id = id;
            this.type = type;
            this.smallest = smallest;
            this.largest = largest;
        }

        /** Its name among the settings of the criterion. */
        public String id() {
            return id;
        }

        public SettingType type() {
            return type;
        }

        /** The smallest and the largest value of a number; both 0 for what is none. */
        public int smallest() {
            return smallest;
        }

        public int largest() {
            return largest;
        }

        /** Whether a standard that counts contributions may leave it out. */
        public boolean isOptional() {
            return switch (this) {
                case MONTHS, KINDS, AREAS, GAP_MONTHS, LATE_AFTER_MONTHS, POSTING_DAY -> false;
                case KINDS_NEEDED, ENDS_WITHIN, WINDOW, WINDOW_MONTHS -> true;
            };
        }
    }

    private final SortedMap<String, Setting> settings;

    public Settings(Map<String, Setting> settings) {
        this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public int number(String name) {
        return Math.toIntExact((Long) of(name, SettingType.NUMBER));
    }

    /** The number, or another where there is no such setting. */
    public int number(String name, int otherwise) {
        return settings.containsKey(name) ? number(name) : otherwise;
    }

    public String word(String name) {
        return (String) of(name, SettingType.WORD);
    }

    public List<String> words(String name) {
        return ((List<?>) of(name, SettingType.WORDS))
                .stream().map(String.class::cast).toList();
    }

    public List<DatedArea> areas(String name) {
        return ((List<?>) of(name, SettingType.AREAS))
                .stream().map(DatedArea.class::cast).toList();
    }

    /** All of them by name, in the order of names. */
    public SortedMap<String, Setting> all() {
        return settings;
    }

    public Set<String> names() {
        return settings.keySet();
    }

    public boolean has(String name, SettingType type) {
        Setting setting = settings.get(name);
        return setting != null && setting.type() == type;
    }

    /** The names and types under which expressions see the settings. */
    public Map<String, FactType> types() {
        Map<String, FactType> types = new HashMap<>();
        settings.forEach((name, setting) -> setting.factType().ifPresent(type -> types.put("settings." + name, type)));
        return types;
    }

    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        settings.forEach((name, setting) ->
                setting.factType().ifPresent(type -> values.put("settings." + name, setting.value())));
        return values;
    }

    private Object of(String name, SettingType type) {
        Setting setting = settings.get(name);
        if (setting == null || setting.type() != type) {
            throw new IllegalArgumentException("there is no setting " + name + " of type " + type);
        }
        return setting.value();
    }
}
