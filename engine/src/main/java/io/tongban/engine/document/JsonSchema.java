package io.tongban.engine.document;

import io.tongban.engine.document.Shape.ByForm;
import io.tongban.engine.document.Shape.ByKey;
import io.tongban.engine.document.Shape.Form;
import io.tongban.engine.document.Shape.ListOf;
import io.tongban.engine.document.Shape.MapOf;
import io.tongban.engine.document.Shape.OrNull;
import io.tongban.engine.document.Shape.Plain;
import io.tongban.engine.document.Shape.Table;
import io.tongban.engine.document.Shape.Whole;
import io.tongban.engine.document.Shape.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of keys as a JSON Schema (draft 2020-12), by which an editor's program completes keys and marks mistakes while they write.
 *
 * <p>A schema never refuses what the readers accept: they take a value as it is written, so a number may stand for a text.
 */
public final class JsonSchema {

    private static final List<String> VALUE = List.of("string", "number", "boolean");

    private final Map<String, Map<String, Object>> definitions = new TreeMap<>();

    private final Map<String, Table> tables = new HashMap<>();

    private JsonSchema() {}

    /** The schema of documents of this table. */
    public static Map<String, Object> of(Table table, String title) {
        JsonSchema schema = new JsonSchema();
        Map<String, Object> document = head(title);
        document.putAll(schema.members(table));
        document.put("$defs", schema.definitions);
        return document;
    }

    /**
     * The schema of documents of which some are only a part, and the others a whole.
     *
     * @param part what all of them may have
     * @param whole what must be there, besides, in a whole
     * @param isPart a schema that holds for a part
     */
    public static Map<String, Object> of(Table part, Table whole, Map<String, Object> isPart, String title) {
        Map<String, Object> document = of(part, title);
        Map<String, Object> required = new LinkedHashMap<>();
        required.put("required", requiredOf(whole));
        Map<String, Object> below = new LinkedHashMap<>();
        for (Key key : whole.keys()) {
            List<String> names = switch (key.shape()) {
                case Table table -> requiredOf(table);
                case MapOf map -> map.required();
                default -> List.of();
            };
            if (!names.isEmpty()) {
                below.put(key.name(), Map.of("required", names));
            }
        }
        required.put("properties", below);
        document.put("if", Map.of("not", isPart));
        document.put("then", required);
        return document;
    }

    private static Map<String, Object> head(String title) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        head.put("title", title);
        return head;
    }

    private Map<String, Object> schema(Shape shape) {
        return switch (shape) {
            case Plain plain -> plain(plain);
            case Whole whole -> {
                Map<String, Object> number = value(List.of("integer", "string"));
                number.put("minimum", whole.smallest());
                number.put("maximum", whole.largest());
                number.put("pattern", whole("[+-]?[0-9]+"));
                yield number;
            }
            case Form form -> pattern(VALUE, form.pattern());
            case Word word -> new LinkedHashMap<>(Map.of("enum", word.allowed()));
            case ListOf list -> {
                Map<String, Object> items = value(List.of("array"));
                items.put("items", schema(list.item()));
                yield items;
            }
            case MapOf map -> {
                Map<String, Object> names = value(List.of("object"));
                if (map.name() != null) {
                    names.put(
                            "propertyNames", Map.of("pattern", whole(map.name().pattern())));
                }
                if (!map.required().isEmpty()) {
                    names.put("required", map.required());
                }
                names.put("additionalProperties", schema(map.value()));
                yield names;
            }
            case Table table -> reference(table);
            case ByForm byForm -> byForm(byForm);
            case ByKey byKey -> {
                Map<String, Object> either = new LinkedHashMap<>();
                either.put("if", Map.of("required", List.of(byKey.key())));
                either.put("then", reference(byKey.with()));
                either.put("else", reference(byKey.without()));
                yield either;
            }
            case OrNull orNull ->
                new LinkedHashMap<>(Map.of("anyOf", List.of(schema(orNull.shape()), Map.of("type", "null"))));
        };
    }

    private static Map<String, Object> plain(Plain plain) {
        return switch (plain) {
            case TEXT -> value(VALUE);
            case FLAG -> new LinkedHashMap<>(Map.of("enum", List.of(true, false, "true", "false")));
            case DECIMAL -> pattern(List.of("number", "string"), "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
            case DAY -> pattern(List.of("string"), "\\d{4}-\\d{2}-\\d{2}");
            case MONTH -> pattern(List.of("string"), "\\d{4}-\\d{2}");
        };
    }

    private Map<String, Object> byForm(ByForm shape) {
        List<Map<String, Object>> forms = new ArrayList<>();
        addForm(forms, shape.value());
        addForm(forms, shape.list());
        addForm(forms, shape.map());
        return forms.size() == 1 ? forms.getFirst() : new LinkedHashMap<>(Map.of("anyOf", forms));
    }

    private void addForm(List<Map<String, Object>> forms, @Nullable Shape shape) {
        if (shape != null) {
            forms.add(schema(shape));
        }
    }

    private Map<String, Object> reference(Table table) {
        Table defined = tables.put(table.name(), table);
        if (defined == null) {
            definitions.put(table.name(), members(table));
        } else if (!defined.equals(table)) {
            throw new IllegalStateException("two tables are called " + table.name());
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + table.name()));
    }

    private Map<String, Object> members(Table table) {
        Map<String, Object> members = value(List.of("object"));
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : table.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.says());
            property.putAll(schema(key.shape()));
            properties.put(key.name(), property);
        }
        members.put("properties", properties);
        if (!requiredOf(table).isEmpty()) {
            members.put("required", requiredOf(table));
        }
        members.put("additionalProperties", false);
        return members;
    }

    private static List<String> requiredOf(Table table) {
        return table.keys().stream().filter(Key::required).map(Key::name).toList();
    }

    private static Map<String, Object> pattern(List<String> types, String pattern) {
        Map<String, Object> schema = value(types);
        schema.put("pattern", whole(pattern));
        return schema;
    }

    private static String whole(String pattern) {
        return "^(" + pattern + ")$";
    }

    private static Map<String, Object> value(List<String> types) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", types.size() == 1 ? types.getFirst() : types);
        return schema;
    }
}
