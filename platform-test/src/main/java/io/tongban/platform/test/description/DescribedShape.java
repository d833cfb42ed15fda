package io.tongban.platform.test.description;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a description says of the value at a place of a body.
 *
 * @param document the whole description, to which references lead
 */
record DescribedShape(JsonNode document, JsonNode schema) {

    DescribedShape {
        schema = resolved(document, schema);
    }

    /** The names of its members. */
    Collection<String> names() {
        return schema.path("properties").propertyNames();
    }

    /** The value under the name, or at the position. */
    Optional<DescribedShape> at(String step) {
        JsonNode next = schema.path("properties").path(step);
        if (next.isMissingNode()) {
            next = schema.path(step.matches("[0-9]+") ? "items" : "additionalProperties");
        }
        return next.isObject() ? Optional.of(new DescribedShape(document, next)) : Optional.empty();
    }

    /** Whether there is a value at the JSON pointer. */
    boolean has(String pointer) {
        Optional<DescribedShape> shape = Optional.of(this);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            shape = shape.flatMap(found -> found.at(step));
        }
        return shape.isPresent();
    }

    /** What may be null is described as either of two. */
    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document, document.at(schema.path("$ref").asString().substring(1)));
        }
        return schema.path("oneOf")
                .valueStream()
                .filter(either -> either.has("$ref"))
                .findFirst()
                .map(either -> resolved(document, either))
                .orElse(schema);
    }
}
