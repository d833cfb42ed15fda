package io.tongban.sandbox.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An operation as its description says it.
 *
 * @param parameters the names of what can stand in the query
 * @param required those of them that must
 * @param bodies the examples of a body
 * @param needsOneOf the roles and scopes of which a caller needs one; none where everybody is let in
 */
record DescribedOperation(
        String id,
        String method,
        String path,
        List<String> parameters,
        List<String> required,
        List<JsonNode> bodies,
        Set<String> needsOneOf) {

    DescribedOperation {
        parameters = List.copyOf(parameters);
        required = List.copyOf(required);
        bodies = List.copyOf(bodies);
        needsOneOf = Set.copyOf(needsOneOf);
    }

    /** A reading that no description tells of. */
    static DescribedOperation read(String id, String path) {
        return new DescribedOperation(id, "GET", path, List.of(), List.of(), List.of(), Set.of());
    }

    static List<DescribedOperation> of(JsonNode document) {
        List<DescribedOperation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (operation.has("operationId")) {
                        operations.add(new DescribedOperation(
                                operation.path("operationId").asString(),
                                method.toUpperCase(Locale.ROOT),
                                path,
                                query(operation, parameter -> true),
                                query(
                                        operation,
                                        parameter -> parameter.path("required").asBoolean(false)),
                                operation
                                        .at("/requestBody/content/application~1json/examples")
                                        .valueStream()
                                        .map(example -> example.path("value"))
                                        .toList(),
                                operation
                                        .path("x-needs-one-of")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.toCollection(TreeSet::new))));
                    }
                }));
        return operations;
    }

    private static List<String> query(JsonNode operation, Predicate<JsonNode> wanted) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(wanted)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }
}
