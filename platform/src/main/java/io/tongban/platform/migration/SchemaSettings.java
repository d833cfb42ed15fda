package io.tongban.platform.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * One schema of a service's database, with the role that owns it.
 *
 * @param prefix of its settings
 * @param schema null: the one that the connection is in
 * @param url null: that of the service
 * @param user the owner
 * @param placeholders what migrations call by a name
 */
record SchemaSettings(
        String prefix,
        @Nullable String schema,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        List<String> locations,
        Map<String, String> placeholders) {

    private static final String SERVICE = "spring.flyway";
    private static final String OTHERS = "tongban.migration.schemas";

    /** Settings that belong into the environment of {@code migrate} alone. */
    private static final List<String> OWNERS = List.of("url", "user", "password");

    /** The service's own schema, then those that belong to other owners. */
    static List<SchemaSettings> in(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> placeholders = binder.bind(
                        SERVICE + ".placeholders", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        List<SchemaSettings> schemas = new ArrayList<>();
        schemas.add(read(binder, SERVICE, null, placeholders));
        binder.bind(OTHERS, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet()
                .forEach(name -> schemas.add(read(binder, OTHERS + "." + name, name, placeholders)));
        return schemas;
    }

    private static SchemaSettings read(
            Binder binder, String prefix, @Nullable String schema, Map<String, String> placeholders) {
        return new SchemaSettings(
                prefix,
                schema,
                text(binder, prefix + ".url"),
                text(binder, prefix + ".user"),
                text(binder, prefix + ".password"),
                binder.bind(prefix + ".locations", Bindable.listOf(String.class))
                        .orElse(List.of()),
                placeholders);
    }

    private static @Nullable String text(Binder binder, String name) {
        return binder.bind(name, String.class).orElse(null);
    }

    /** The settings of an owner that are set. */
    List<String> ownersSettings() {
        List<String> set = new ArrayList<>();
        for (String name : OWNERS) {
            @Nullable
            String value = switch (name) {
                case "url" -> url;
                case "user" -> user;
                default -> password;
            };
            if (value != null && !value.isEmpty()) {
                set.add(prefix + "." + name);
            }
        }
        return set;
    }

    String title() {
        return schema == null ? "the service's schema" : "schema " + schema;
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "SchemaSettings[" + prefix + "]";
    }
}
