package io.tongban.platform.problem;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What is expected at a place of a request.
 *
 * @param name how the texts call the form, such as {@code date}
 * @param schema the form in the words of JSON Schema
 * @param allowed the values that are allowed, where they can be listed; else empty
 */
public record ExpectedForm(String name, Map<String, Object> schema, List<String> allowed) {

    private static final String TYPE = "type";
    private static final String FORMAT = "format";
    private static final String PATTERN = "pattern";
    private static final String EXAMPLE = "example";

    private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile("\\w+(\\|\\w+)+");

    private static final Set<Class<?>> INTEGERS = Set.of(Integer.class, int.class, Long.class, long.class);

    /** What JSON writes as a string. */
    private static final Map<Class<?>, ExpectedForm> TEXTS = Map.of(
            UUID.class,
            text("uuid").with(FORMAT, "uuid"),
            LocalDate.class,
            text("date").with(FORMAT, "date").with(EXAMPLE, "2017-05-08"),
            OffsetDateTime.class,
            text("date-time").with(FORMAT, "date-time").with(EXAMPLE, "2017-05-08T11:15:00+08:00"),
            YearMonth.class,
            text("month").with(PATTERN, "[0-9]{4}-(0[1-9]|1[0-2])").with(EXAMPLE, "2017-05"),
            LocalTime.class,
            text("time").with(PATTERN, "([01][0-9]|2[0-3]):[0-5][0-9]").with(EXAMPLE, "11:15"));

    public ExpectedForm {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema)); // in this order
        allowed = List.copyOf(allowed);
    }

    /** A name that is one of these. */
    public static ExpectedForm oneOf(Collection<String> names) {
        return new ExpectedForm(names.isEmpty() ? "none" : "name", Map.of(TYPE, "string"), List.copyOf(names));
    }

    /** What a value of the type is on the wire. */
    public static ExpectedForm of(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return json("string");
        }
        if (type == Boolean.class || type == boolean.class) {
            return json("boolean");
        }
        if (INTEGERS.contains(type)) {
            return json("integer");
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return json("number");
        }
        if (type.isEnum()) {
            return new ExpectedForm(
                    "enum",
                    Map.of(TYPE, "string"),
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return json("array");
        }
        return TEXTS.getOrDefault(type, json("object"));
    }

    /** A whole number that the type can hold. */
    public static ExpectedForm inRange(Class<?> type) {
        boolean isInt = type == int.class || type == Integer.class;
        return json("integer")
                .with("minimum", isInt ? Integer.MIN_VALUE : Long.MIN_VALUE)
                .with("maximum", isInt ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }

    /** The same form within the limits of a constraint; one that is not known here adds nothing. */
    public ExpectedForm within(Annotation constraint) {
        return switch (constraint) {
            case Size size -> sized(size.min(), size.max());
            case CodePointLength length -> sized(length.min(), length.max());
            case NotEmpty notEmpty -> with(least(), 1);
            case NotBlank notBlank -> with(least(), 1);
            case Pattern pattern -> matching(pattern.regexp());
            case Min min -> with("minimum", min.value());
            case Max max -> with("maximum", max.value());
            case Positive positive -> with("exclusiveMinimum", 0);
            default -> this;
        };
    }

    private ExpectedForm sized(int min, int max) {
        return with(least(), min == 0 ? null : min).with(most(), max == Integer.MAX_VALUE ? null : max);
    }

    /** A pattern that only lists words allows exactly these. */
    private ExpectedForm matching(String pattern) {
        return WORDS.matcher(pattern).matches()
                ? new ExpectedForm("enum", schema, List.of(pattern.split("\\|", -1)))
                : with(PATTERN, pattern);
    }

    ExpectedForm with(String key, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(key, value);
        return new ExpectedForm(name, more, allowed);
    }

    private String least() {
        return "min" + measured();
    }

    private String most() {
        return "max" + measured();
    }

    private String measured() {
        return switch (String.valueOf(schema.get(TYPE))) {
            case "array" -> "Items";
            case "object" -> "Properties";
            default -> "Length";
        };
    }

    private static ExpectedForm json(String type) {
        return new ExpectedForm(type, Map.of(TYPE, type), List.of());
    }

    private static ExpectedForm text(String name) {
        return new ExpectedForm(name, Map.of(TYPE, "string"), List.of());
    }
}
