package io.tongban.engine.standard;

import io.tongban.engine.expression.FactType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of one criterion. */
public final class Settings {

    private final Map<String, Setting> settings;

    public Settings(Map<String, Setting> settings) {
        this.settings = Map.copyOf(settings);
    }

    public int number(String name) {
        return Math.toIntExact((Long) of(name, SettingType.NUMBER));
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
        return new TreeMap<>(settings);
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
