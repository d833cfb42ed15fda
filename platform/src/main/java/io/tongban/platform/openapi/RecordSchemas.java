package io.tongban.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;

/**
 * Says of a record's members what JSpecify says of its components: what is {@code @Nullable} can be null or absent,
 * everything else is required.
 */
final class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    /** Unicode and other classes, flags, possessive quantifiers and intersections. */
    private static final Pattern ONLY_JAVA = Pattern.compile("\\\\[pPhHRXQAzZG]|\\(\\?[a-zA-Z]|[*+?}]\\+|&&");

    private final ObjectMapperProvider mappers;

    RecordSchemas(ObjectMapperProvider mappers) {
        this.mappers = mappers;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType javaType = mappers.jsonMapper().constructType(type.getType());
        if (resolved != null && javaType.getRawClass().isRecord()) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length()));
            if (model != null && model.getProperties() != null) {
                describe(javaType.getRawClass(), model, context);
            }
        }
        return resolved;
    }

    private static void describe(Class<?> type, Schema<?> model, ModelConverterContext context) {
        Set<String> required = new TreeSet<>();
        boolean nullIsWritten = !omitsNull(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                if (!isNullable(component)) { // else its members are those of a part that may be absent
                    required.addAll(requiredOf(component, context));
                }
                continue; // its members are described with its own type
            }
            String name = nameOf(component);
            Schema<?> property = model.getProperties().get(name);
            if (property == null) {
                continue;
            }
            translatePattern(property);
            if (component.getAccessor().isAnnotationPresent(NotEmpty.class)) {
                property.setMinItems(1); // @Size, read after it, says 0
            }
            if (component.getAccessor().isAnnotationPresent(NotBlank.class)) {
                property.setMinLength(1);
            }
            CodePointLength length = component.getAccessor().getAnnotation(CodePointLength.class);
            if (length != null) { // what JSON Schema counts too
                property.setMaxLength(length.max());
            }
            if (!isNullable(component)) {
                required.add(name);
            } else if (nullIsWritten) {
                model.getProperties().put(name, nullable(property));
            }
        }
        List<String> inOrder = new ArrayList<>(model.getProperties().keySet());
        inOrder.retainAll(required);
        model.setRequired(inOrder.isEmpty() ? null : inOrder);
    }

    private static List<String> requiredOf(RecordComponent component, ModelConverterContext context) {
        Schema<?> part = context.resolve(new AnnotatedType(component.getGenericType()));
        return part == null || part.getRequired() == null ? List.of() : part.getRequired();
    }

    /** Bean Validation means the whole text, JSON Schema any part of it; and what only Java reads is left to the words. */
    private static void translatePattern(Schema<?> property) {
        String pattern = property.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            property.setPattern(ONLY_JAVA.matcher(pattern).find() ? null : "^(?:" + pattern + ")$");
        }
        if (property.getItems() != null) {
            translatePattern(property.getItems());
        }
    }

    private static boolean omitsNull(Class<?> type) {
        JsonInclude included = type.getAnnotation(JsonInclude.class);
        return included != null && included.value() != JsonInclude.Include.ALWAYS;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> either = new Schema<>().description(property.getDescription());
            either.addOneOfItem(new Schema<>().$ref(property.get$ref()));
            either.addOneOfItem(new Schema<>().types(Set.of(NULL)));
            return either;
        }
        Set<String> types = property.getTypes();
        if (types != null) {
            property.addType(NULL);
        } else if (property.getType() != null) {
            property.setTypes(new TreeSet<>(Set.of(Objects.requireNonNull(property.getType()), NULL)));
        }
        return property;
    }
}
