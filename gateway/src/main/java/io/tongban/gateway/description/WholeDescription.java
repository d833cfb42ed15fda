package io.tongban.gateway.description;

import io.tongban.gateway.edge.EdgeProblem;
import io.tongban.gateway.lane.LaneProblem;
import io.tongban.gateway.route.RouteProblem;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemTexts;
import io.tongban.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the descriptions of the services together into one, from which one client is made.
 *
 * <p>Each operation also gets what the gateway itself can answer. What the gateway does not lead to is left out, or, for a
 * service that is called from inside the house only, has servers of its own.
 */
final class WholeDescription {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static final List<ProblemType> OF_THE_GATEWAY = List.of(
            LaneProblem.LANE_RATE_EXCEEDED,
            LaneProblem.ACCOUNT_BUSY,
            LaneProblem.LANE_FULL,
            RouteProblem.SERVICE_ANSWER_BROKEN,
            RouteProblem.SERVICE_NOT_REACHED,
            RouteProblem.SERVICE_TIMEOUT);
    private static final List<ProblemType> OF_THE_GATEWAY_WITH_A_BODY =
            List.of(EdgeProblem.BODY_NOT_RECEIVED, GeneralProblem.BODY_TOO_LARGE);

    private final ProblemTexts texts;

    WholeDescription(ProblemTexts texts) {
        this.texts = texts;
    }

    /** @param documents the own description of each service; none is changed */
    JsonNode of(Map<DescribedService, JsonNode> documents) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("openapi", "3.1.0");
        whole.set("info", info(documents));
        whole.putArray("servers").addObject().put("url", "/").put("description", "This gateway.");
        Map<String, JsonNode> tags = new TreeMap<>();
        Map<String, JsonNode> paths = new TreeMap<>();
        Map<String, JsonNode> schemas = new TreeMap<>();
        Map<String, JsonNode> securitySchemes = new TreeMap<>();
        documents.forEach((service, document) -> {
            ObjectNode part = JSON.createObjectNode();
            part.set("paths", shown(service, document.path("paths")));
            part.set("schemas", used(part, document.at("/components/schemas")));
            renameWhatDiffers(part, service, schemas);
            part.path("schemas").propertyStream().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
            part.path("paths").propertyStream().forEach(path -> paths.put(path.getKey(), path.getValue()));
            Set<String> used = part.path("paths").findValues("tags").stream()
                    .flatMap(JsonNode::valueStream)
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
            document.path("tags")
                    .valueStream()
                    .filter(tag -> used.contains(tag.path("name").asString()))
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asString(), tag));
            document.at("/components/securitySchemes")
                    .propertyStream()
                    .forEach(scheme -> securitySchemes.putIfAbsent(scheme.getKey(), scheme.getValue()));
        });
        whole.putArray("tags").addAll(List.copyOf(tags.values()));
        whole.set("paths", object(paths));
        ObjectNode components = whole.putObject("components");
        components.set("schemas", object(schemas));
        components.set("securitySchemes", object(securitySchemes));
        return whole;
    }

    private static ObjectNode info(Map<DescribedService, JsonNode> documents) {
        JsonNode first = documents.values().iterator().next().path("info");
        ObjectNode info = first.deepCopy().asObject();
        info.put("title", "Tongban");
        String parts = documents.entrySet().stream()
                .map(part -> "* %s%s"
                        .formatted(
                                part.getValue()
                                        .at("/info/title")
                                        .asString(part.getKey().name()),
                                part.getKey().isInside() ? ": inside the house only, no route leads there" : ""))
                .collect(Collectors.joining("\n"));
        String text = first.path("description").asString("");
        int common = text.indexOf("\n\n");
        info.put(
                "description",
                "Everything that the services answer, in one description:\n\n" + parts
                        + (common < 0 ? "" : text.substring(common)));
        return info;
    }

    private ObjectNode shown(DescribedService service, JsonNode paths) {
        ObjectNode shown = JSON.createObjectNode();
        paths.propertyStream()
                .filter(path -> service.isInside() || service.isRouted(path.getKey()))
                .forEach(path -> shown.set(
                        path.getKey(),
                        service.isInside() ? inside(service, path.getValue()) : answered(path.getValue())));
        return shown;
    }

    private static JsonNode inside(DescribedService service, JsonNode path) {
        ObjectNode inside = path.deepCopy().asObject();
        inside.putArray("servers")
                .addObject()
                .put("url", "http://" + service.name())
                .put("description", "Inside the house only; the gateway does not lead there.");
        return inside;
    }

    private JsonNode answered(JsonNode path) {
        ObjectNode answered = path.deepCopy().asObject();
        answered.propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(
                        operation -> addAnswersOfTheGateway(operation.getValue().asObject()));
        return answered;
    }

    private void addAnswersOfTheGateway(ObjectNode operation) {
        OF_THE_GATEWAY.forEach(problem -> add(problem, operation));
        if (operation.has("requestBody")) {
            OF_THE_GATEWAY_WITH_A_BODY.forEach(problem -> add(problem, operation));
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        operation
                .path("responses")
                .propertyStream()
                .forEach(response -> sorted.put(response.getKey(), response.getValue()));
        operation.set("responses", object(sorted));
    }

    private void add(ProblemType problem, ObjectNode operation) {
        ObjectNode responses = operation.withObject("responses");
        String status = String.valueOf(problem.status().value());
        String line = "* `/errors/%s`: %s"
                .formatted(problem.slug(), Objects.requireNonNullElse(texts.detail(problem, Language.EN), ""));
        if (!(responses.get(status) instanceof ObjectNode response)) {
            ObjectNode made = responses.putObject(status);
            made.put("description", line).putArray("x-problem-types").add(problem.slug());
            made.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", SCHEMAS + "Problem");
            return;
        }
        ArrayNode types = response.withArray("x-problem-types");
        if (types.valueStream().noneMatch(type -> type.asString().equals(problem.slug()))) {
            types.add(problem.slug());
            response.put("description", response.path("description").asString("") + "\n" + line);
        }
    }

    /** The schemas that the paths lead to, directly or through another. */
    private static ObjectNode used(JsonNode part, JsonNode schemas) {
        Map<String, JsonNode> used = new TreeMap<>();
        collect(part, schemas, used);
        return object(used);
    }

    private static void collect(JsonNode from, JsonNode schemas, Map<String, JsonNode> used) {
        for (JsonNode reference : from.findValues("$ref")) {
            String name = name(reference);
            if (schemas.has(name) && !used.containsKey(name)) {
                used.put(name, schemas.get(name).deepCopy());
                collect(schemas.get(name), schemas, used);
            }
        }
    }

    /**
     * Two services may name different shapes alike; the later one then bears its service's name too. So does every shape that
     * leads to such a one: it reads the same and means another.
     */
    private static void renameWhatDiffers(ObjectNode part, DescribedService service, Map<String, JsonNode> taken) {
        Map<String, String> names = new HashMap<>();
        int before;
        do {
            before = names.size();
            part.path("schemas").propertyStream().forEach(schema -> {
                JsonNode other = taken.get(schema.getKey());
                boolean leadsToOne = schema.getValue().findValues("$ref").stream()
                        .anyMatch(reference -> names.containsKey(name(reference)));
                if (other != null && (leadsToOne || !other.equals(schema.getValue()))) {
                    names.put(schema.getKey(), inTypeCase(service.name()) + schema.getKey());
                }
            });
        } while (names.size() > before);
        if (names.isEmpty()) {
            return;
        }
        part.findParents("$ref").forEach(parent -> {
            String renamed = names.get(name(parent.path("$ref")));
            if (renamed != null) {
                parent.asObject().put("$ref", SCHEMAS + renamed);
            }
        });
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        part.path("schemas")
                .propertyStream()
                .forEach(
                        schema -> schemas.put(names.getOrDefault(schema.getKey(), schema.getKey()), schema.getValue()));
        part.set("schemas", object(schemas));
    }

    private static String name(JsonNode reference) {
        String text = reference.asString("");
        return text.startsWith(SCHEMAS) ? text.substring(SCHEMAS.length()) : "";
    }

    private static String inTypeCase(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static ObjectNode object(Map<String, JsonNode> members) {
        ObjectNode object = JSON.createObjectNode();
        members.forEach(object::set);
        return object;
    }
}
