package io.tongban.platform.test.description;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends every operation's example with one mistake after the other, and looks at where the answers say that it is: at what the
 * caller wrote, by the caller's name for it.
 */
public final class MistakenRequests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<JsonNode> MISTAKES = List.of(
            JSON.nullNode(),
            JSON.valueToTree(-1),
            JSON.valueToTree(1.5),
            JSON.valueToTree(true),
            JSON.valueToTree(""),
            JSON.valueToTree(" "),
            JSON.valueToTree("\u0000"),
            JSON.valueToTree("a\u0001b"),
            JSON.valueToTree("x".repeat(5000)),
            JSON.valueToTree("1000-01-01"),
            JSON.valueToTree("2999-12-31"),
            JSON.createArrayNode(),
            JSON.createArrayNode().add(JSON.nullNode()).add(""),
            JSON.createObjectNode(),
            JSON.createObjectNode().put("x", "").put("no name", 1));

    private static final List<String> PARAMETERS = List.of("", " ", "x", "-1", "99999999999", "\u0001", "2999-99-99");

    /** What a body may say that it is, and is not read as. */
    private static final List<String> FOREIGN_TYPES = List.of(
            "application/yaml",
            "application/x-yaml",
            "application/xml",
            "text/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/cbor",
            "application/octet-stream",
            "application/problem+json",
            "application/json; charset=utf-16",
            "application/json; charset=gb18030",
            "*/*");

    private final RestTestClient http;
    private final JsonNode document;

    public MistakenRequests(RestTestClient http) {
        this.http = http;
        this.document = JSON.readTree(
                http.get().uri("/openapi").exchange().returnResult(byte[].class).getResponseBody());
    }

    /** The strays of all answers; each operation must have refused something at a place, or it was never reached. */
    public List<String> strays(String token) {
        List<String> strays = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation -> {
                            String id = operation.getValue().path("operationId").asString();
                            boolean body = operation.getValue().has("requestBody");
                            if (body
                                    && mistakeBody(
                                                    path.getKey(),
                                                    operation.getKey(),
                                                    operation.getValue(),
                                                    token,
                                                    strays)
                                            == 0) {
                                strays.add(id + " was never told a place of its body");
                            }
                            if (mistakeParameters(
                                            path.getKey(), operation.getKey(), operation.getValue(), token, strays)
                                    == 0) {
                                strays.add(id + " was never told a parameter");
                            }
                        }));
        return strays;
    }

    /** Sends every operation's example as something else than JSON; names the operations that read it all the same. */
    public List<String> readersOfForeignBodies(String token) {
        List<String> readers = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .forEach(operation -> FOREIGN_TYPES.forEach(type -> {
                            byte[] example = JSON.writeValueAsBytes(operation
                                    .getValue()
                                    .at("/requestBody/content/application~1json/examples")
                                    .valueStream()
                                    .findFirst()
                                    .orElseThrow()
                                    .path("value"));
                            RestTestClient.RequestBodySpec request = request(path.getKey(), operation.getKey(), token);
                            request.header("Content-Type", type).body(example);
                            EntityExchangeResult<byte[]> answer =
                                    request.exchange().returnResult(byte[].class);
                            String problem = JSON.readTree(answer.getResponseBody())
                                    .path("type")
                                    .asString("");
                            if (answer.getStatus().value() != 415
                                    || !problem.equals("/errors/unsupported-media-type")) {
                                readers.add(
                                        operation.getValue().path("operationId").asString() + ", " + type + ": "
                                                + answer.getStatus() + " " + problem);
                            }
                        })));
        return readers;
    }

    private int mistakeBody(String path, String method, JsonNode operation, String token, List<String> strays) {
        JsonNode content = operation.at("/requestBody/content/application~1json");
        if (content.isMissingNode()) {
            return 0;
        }
        JsonNode example =
                content.path("examples").valueStream().findFirst().orElseThrow().path("value");
        int refused = 0;
        DescribedShape shape = new DescribedShape(document, content.path("schema"));
        for (String place : places(example, shape, "")) {
            for (JsonNode mistake : MISTAKES) {
                JsonNode sent = example.deepCopy();
                put(sent, place, mistake);
                JsonNode answer = send(path, method, JSON.writeValueAsBytes(sent), token, strays);
                refused += answer.path("errors").size();
                strays(shape, sent, answer)
                        .forEach(stray ->
                                strays.add(operation.path("operationId").asString() + " " + place + ": " + stray));
            }
        }
        return refused;
    }

    private int mistakeParameters(String path, String method, JsonNode operation, String token, List<String> strays) {
        TreeSet<String> names = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asString()));
        names.add("surplus");
        int refused = 0;
        for (String name : names) {
            for (String mistake : PARAMETERS) {
                UriComponentsBuilder address = UriComponentsBuilder.fromPath(path.replaceAll("\\{[^}]+}", "x"))
                        .queryParam("surplus", "x")
                        .queryParam(name, "{mistake}");
                JsonNode answer = send(address.encode().build(mistake).toString(), method, null, token, strays);
                refused += answer.path("errors").size();
                for (JsonNode error : answer.path("errors")) {
                    String said = error.path("parameter").asString("");
                    if (!names.contains(said) && !error.has("pointer")) {
                        strays.add(operation.path("operationId").asString() + " has no parameter " + error);
                    }
                }
            }
        }
        return refused;
    }

    private JsonNode send(String path, String method, byte @Nullable [] body, String token, List<String> strays) {
        RestTestClient.RequestBodySpec request = request(path, method, token);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        EntityExchangeResult<byte[]> answer = request.exchange().returnResult(byte[].class);
        byte[] content = Objects.requireNonNullElse(answer.getResponseBody(), new byte[0]);
        if (answer.getStatus().is5xxServerError()) {
            strays.add(method + " " + path + " " + new String(content, StandardCharsets.UTF_8));
        }
        boolean json = answer.getResponseHeaders().getContentType() != null
                && String.valueOf(answer.getResponseHeaders().getContentType().getSubtype())
                        .endsWith("json");
        return json ? JSON.readTree(content) : JSON.missingNode();
    }

    private RestTestClient.RequestBodySpec request(String path, String method, String token) {
        return http.method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                .uri(URI.create(path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString())))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /**
     * What an answer says about places that are none: not described, or not beside anything that was sent, or in words that
     * nobody wrote.
     */
    static List<String> strays(DescribedShape shape, JsonNode sent, JsonNode answer) {
        List<String> strays = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            String code = error.path("code").asString();
            String pointer = error.path("pointer").asString("");
            if (error.path("detail").asString().equals(code)) {
                strays.add(code + " has no text");
            }
            if (!pointer.startsWith("#")) {
                strays.add("no pointer: " + error);
                continue;
            }
            String place = pointer.substring(1);
            boolean hidden = place.endsWith("/*"); // a name that is not shown
            String around = place.isEmpty() ? "" : place.substring(0, place.lastIndexOf('/'));
            if (!hidden && !code.equals("property-unknown") && !shape.has(place)) {
                strays.add(pointer + " (" + code + ") is not described");
            }
            if (sent.at(around).isMissingNode()) {
                strays.add(pointer + " (" + code + ") is beside nothing that was sent");
            }
            if (!hidden && sent.at(place).isMissingNode() && !code.equals("required") && !code.startsWith("not-")) {
                strays.add(pointer + " (" + code + ") was not sent");
            }
        }
        return strays;
    }

    /** All places of the example, and those that it leaves out beside them. */
    private static List<String> places(JsonNode example, DescribedShape shape, String at) {
        List<String> places = new ArrayList<>();
        if (!at.isEmpty()) {
            places.add(at);
        }
        TreeSet<String> steps = new TreeSet<>();
        if (example instanceof ObjectNode object) {
            steps.addAll(object.propertyNames());
            steps.addAll(shape.names());
        } else if (example instanceof ArrayNode array && !array.isEmpty()) {
            steps.add("0");
        }
        for (String step : steps) {
            JsonNode value = example.isArray() ? example.path(0) : example.path(step);
            places.addAll(places(value, shape.at(step).orElseThrow(), at + "/" + step));
        }
        return places;
    }

    private static void put(JsonNode body, String place, JsonNode value) {
        int last = place.lastIndexOf('/');
        JsonNode around = body.at(place.substring(0, last));
        String name = place.substring(last + 1);
        if (around instanceof ObjectNode object) {
            object.set(name, value);
        } else if (around instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        }
    }
}
