package io.tongban.platform.test.description;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of a service's interface, to which its requests and answers are held. */
final class ApiDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final List<Operation> operations;

    ApiDocument(JsonNode document) {
        JsonNode components = document.path("components").deepCopy();
        components.path("schemas").forEach(ApiDocument::close);
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> found.add(
                                new Operation(operation.getKey(), path.getKey(), operation.getValue(), components))));
        // "/things/special" before "/things/{id}"
        found.sort(Comparator.comparing(
                operation -> VARIABLE.matcher(operation.path).replaceAll("\uffff")));
        operations = List.copyOf(found);
    }

    Optional<Operation> operation(String method, String address) {
        return operations.stream()
                .filter(operation -> operation.method.equals(method.toLowerCase(Locale.ROOT))
                        && operation.address.matcher(address).matches())
                .findFirst();
    }

    Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation ->
                        operation.content.path("operationId").asString("").equals(id))
                .findFirst();
    }

    /** A shape says all its members: one that is not described is a mistake of the description. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode shape && shape.has("properties") && !shape.has("additionalProperties")) {
            shape.put("additionalProperties", false);
        }
    }

    /** One operation of the description. */
    static final class Operation {

        private final String method;
        private final String path;
        private final Pattern address;
        private final JsonNode content;
        private final JsonNode components;

        private Operation(String method, String path, JsonNode content, JsonNode components) {
            this.method = method;
            this.path = path;
            this.address = Pattern.compile(VARIABLE.matcher(path).replaceAll("[^/]+"));
            this.content = content;
            this.components = components;
        }

        String method() {
            return method;
        }

        String path() {
            return path;
        }

        JsonNode content() {
            return content;
        }

        /** What of a request that was carried out is not in the description. */
        List<String> unlikeRequest(Set<String> query, @Nullable String contentType, byte[] body) {
            List<String> differences = new ArrayList<>();
            for (String name : query) {
                if (content.path("parameters")
                        .valueStream()
                        .noneMatch(
                                parameter -> parameter.path("in").asString("").equals("query")
                                        && parameter.path("name").asString("").equals(name))) {
                    differences.add("the parameter " + name + " is not described");
                }
            }
            if (body.length > 0) {
                differences.addAll(unlikeSchema("request", content.path("requestBody"), contentType, body));
            }
            return differences;
        }

        /** What of an answer is not in the description. */
        List<String> unlikeAnswer(int status, @Nullable String contentType, Set<String> headers, byte[] body) {
            JsonNode response = content.path("responses").path(String.valueOf(status));
            if (response.isMissingNode()) {
                return List.of("the answer " + status + " is not described");
            }
            List<String> differences = new ArrayList<>();
            if (status < 400) {
                response.path("headers").propertyNames().stream()
                        .filter(name -> headers.stream().noneMatch(name::equalsIgnoreCase))
                        .forEach(name -> differences.add("the header " + name + " is described and not there"));
            }
            if (body.length > 0) {
                differences.addAll(unlikeSchema("answer " + status, response, contentType, body));
            }
            if (response.has("x-problem-types") && body.length > 0) {
                String type = JSON.readTree(body).path("type").asString("");
                if (response.path("x-problem-types")
                        .valueStream()
                        .noneMatch(slug -> type.equals("/errors/" + slug.asString()))) {
                    differences.add("the problem " + type + " is not described");
                }
            }
            return differences;
        }

        private List<String> unlikeSchema(String what, JsonNode described, @Nullable String contentType, byte[] body) {
            String form = withoutParameters(contentType == null ? "" : contentType);
            JsonNode media = described
                    .path("content")
                    .propertyStream()
                    .filter(entry -> withoutParameters(entry.getKey()).equals(form))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(JSON.missingNode());
            if (media.isMissingNode()) {
                return List.of("the content type '" + form + "' of the " + what + " is not described");
            }
            if (!form.endsWith("json")) {
                return List.of();
            }
            ObjectNode whole = media.path("schema").isObject()
                    ? (ObjectNode) media.path("schema").deepCopy()
                    : JSON.createObjectNode();
            whole.set("components", components);
            Schema schema = SCHEMAS.getSchema(whole);
            return schema.validate(JSON.readTree(body)).stream()
                    .map(error -> "the " + what + " " + place(error))
                    .toList();
        }

        private static String withoutParameters(String contentType) {
            int parameters = contentType.indexOf(';');
            return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip();
        }

        /** Without the value that stands there, which can be personal. */
        private static String place(Error error) {
            return "at " + error.getInstanceLocation() + ": " + error.getMessage();
        }
    }
}
