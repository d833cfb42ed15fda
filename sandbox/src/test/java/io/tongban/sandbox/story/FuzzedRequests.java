package io.tongban.sandbox.story;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests made from the examples of a description, each with one to three mistakes; the same seed makes the same mistakes. */
final class FuzzedRequests {

    /** In whatever is sent wrongly, and no short word; no error may repeat it. */
    static final String MARKER = "zq80517x";

    /** An invented number that is in order; no error may repeat it either, a window of that name may. */
    static final String NUMBER = "339999199305070013";

    /** Refused by what the thing is, and not by who calls. */
    private static final Set<Integer> FURTHER = Set.of(404, 409, 412, 422);

    private static final String WINDOWS = "/api/v1/windows";
    private static final String PASSES = "passes";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9/?&=%.;:_~*'+-]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^/}]+)}");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            MARKER,
            NUMBER,
            "x\u0000" + MARKER,
            "\uD800" + MARKER,
            MARKER + "\uDFFF",
            "\u202E" + MARKER,
            "a\u0001\u001F" + MARKER,
            "𠀀".repeat(101),
            MARKER.repeat(2_000),
            "' OR 1=1 --" + MARKER,
            "{\"a\":\"" + MARKER + "\"}",
            "${" + MARKER + "}",
            "(".repeat(500) + MARKER,
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "294277-01-01",
            "4714-01-01",
            "2017-02-30",
            "2017-05-08T09:30:00",
            "+999999999-12-31T23:59:59+18:00",
            "9999-12-31T23:59:59.999999999-18:00",
            "2017-13",
            "999999999-12",
            "99999999999999999999999999",
            "NaN",
            "true",
            "NULL",
            "00000000-0000-0000-0000-000000000000",
            "330104008008",
            "residence-permit");

    /** The start of a document that can be drafted; what follows is on its fourth line. */
    private static final String DOCUMENT = "item: library-card\nversion: L1\nlayer: hangzhou\n";

    /** YAML that unfolds, nests or means more than it shows. */
    private static final List<String> YAML = List.of(
            "criteria: &a [" + "x, ".repeat(9) + "x]\nb: &b [" + "*a, ".repeat(9) + "*a]\nc: &c [" + "*b, ".repeat(9)
                    + "*b]\nd: &d [" + "*c, ".repeat(9) + "*c]\ne: &e [" + "*d, ".repeat(9) + "*d]\nf: ["
                    + "*e, ".repeat(9) + "*e]\n",
            "criteria: &a [*a]\n",
            "criteria: *nobody\n",
            "criteria: " + "[".repeat(20_000),
            "criteria: " + "{a: ".repeat(5_000) + "1" + "}".repeat(5_000),
            "criteria:\n" + "- ".repeat(2_000) + "x\n",
            "name: {zh: " + "x".repeat(200_000) + ", en: x}\n",
            "name: |9\n" + "         x\n".repeat(20_000),
            "name: &a " + "x".repeat(100_000) + "\ncriteria: [" + "*a, ".repeat(5_000) + "*a]\n",
            "x".repeat(100_000) + ": 1\n",
            "name: !!java.net.URL [\"http://127.0.0.1:1/\"]\n",
            "name: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n",
            "name: !!binary AAAA\n",
            "name: !own {zh: x, en: x}\n",
            "name: {zh: x, en: x}\nname: {zh: y, en: y}\n",
            "name: &a {zh: x, en: x}\nauthority:\n  <<: *a\n",
            "<<: [{a: 1}, {b: 2}]\n",
            "? [a, b]\n: c\n",
            "? {a: b}\n: c\n",
            "name: x\n---\nname: y\n",
            "%YAML 9.9\n---\nname: x\n",
            "\tname: x\n",
            "name: 'x\n",
            "name: \u0000\n",
            "name: \u0007\n",
            "name: \"\\ud800\"\n",
            "name: [.inf, -.inf, .nan, 0o777, 0x1F, 1_000, 190:20:30, 2001-12-14t21:59:43.10-05:00, ~, =]\n",
            "limits:\n  decision: {days: 99999999999999999999, unit: WORKING_DAY, endsOnWorkingDay: true, basis: []}\n",
            "limits:\n  decision: {days: 1e400, unit: WORKING_DAY, endsOnWorkingDay: true, basis: []}\n");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1.5",
            "1e999999",
            "-1e-999999",
            "1E400",
            "2147483648",
            "9223372036854775808",
            "9".repeat(999),
            "9".repeat(1_500),
            "-0",
            "0.1e1");

    private static final List<String> TYPES = List.of(
            "*",
            "*/*",
            "text/plain",
            "application/yaml",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/cbor",
            "application/json; charset=utf-16",
            "application/json; charset=" + MARKER,
            "application/" + MARKER,
            "application/json; charset=\"",
            ";",
            "application/json/" + MARKER);

    private static final List<String> METHODS = List.of(
            "TRACE",
            "CONNECT",
            "OPTIONS",
            "PATCH",
            "DELETE",
            "PUT",
            "HEAD",
            "GET",
            "POST",
            "get",
            "PROPFIND",
            "X".repeat(300),
            "G\u00e9T",
            "");

    private static final List<String> VERSIONS = List.of(
            "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/9.9", "HTTP", "", "FTP/1.1", "HTTP/1.1 " + MARKER);

    private static final List<String> HEADERS = List.of(
            "Transfer-Encoding: " + MARKER,
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5000",
            "Transfer-Encoding: chunked",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: " + MARKER,
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: " + MARKER,
            "Host: " + MARKER + "@x",
            "Host: a b",
            "Host:",
            "X-" + MARKER + ": " + "x".repeat(20_000),
            "X: a\u0000" + MARKER,
            "X: \u00e9\u00ff" + MARKER,
            "X " + MARKER + ": 1",
            ": " + MARKER,
            MARKER,
            " folded " + MARKER,
            "Cookie: a=\"" + MARKER,
            "Range: bytes=" + MARKER,
            "Range: bytes=0-0,1-1,2-2",
            "If-Modified-Since: " + MARKER,
            "If-None-Match: " + MARKER,
            "If-None-Match: \"" + MARKER + "\"",
            "traceparent: 00-" + MARKER,
            "tracestate: " + MARKER + "=1",
            "X-Request-Id: " + MARKER + "\u00e4",
            "X-Forwarded-For: " + MARKER,
            "X-Forwarded-Prefix: /" + MARKER,
            "X-HTTP-Method-Override: DELETE",
            "Connection: " + MARKER,
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
            "Upgrade: websocket");

    private static final List<String> VALUES = List.of(
            "",
            MARKER,
            NUMBER,
            "\"1\"",
            "\"999999999999999999999\"",
            "*",
            "W/\"1\"",
            "\"1\", \"2\"",
            "-1",
            "%00",
            "\u00e4\u00f6",
            MARKER.repeat(100),
            "x\u0001",
            "Bearer",
            "Bearer " + MARKER,
            "Basic " + MARKER,
            "zh;q=9",
            "image/" + MARKER,
            "/",
            "application/json;q=" + MARKER);

    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "/..",
            "/../..",
            "/%2e%2e/",
            "/;" + MARKER,
            "/..;/" + MARKER,
            "/%00",
            "/%zz" + MARKER,
            "/%2f",
            "/%5c",
            "\\",
            "/" + MARKER,
            "/%F0%A0%80%80",
            "/\u00e9",
            "/" + "a".repeat(9_000),
            "/ " + MARKER,
            "/%0d%0aX:" + MARKER,
            "#" + MARKER,
            "/[" + MARKER,
            "/{" + MARKER + "}",
            ".yaml",
            ".xml");

    private static final List<String> QUERIES = List.of(
            MARKER + "=1",
            NUMBER + "=1",
            "%00=1",
            "%zz=" + MARKER,
            "=",
            "&&&",
            "limit=1&limit=2",
            "limit=0x10",
            "limit=99999999999",
            "after=" + MARKER,
            "after=%00",
            "on=2017-05-08&on=2017-05-09",
            "on=-999999999-01-01",
            "on=%2B999999999-12-31",
            "at=" + MARKER,
            "item=" + MARKER,
            "division=" + NUMBER,
            "[" + MARKER,
            "a[" + MARKER + "]=1",
            "q=\u00e9",
            "x=" + "y".repeat(9_000),
            "_method=DELETE",
            "format=" + MARKER);

    private final Random random;
    private final Map<String, String> tokens;
    private final Map<String, List<String>> known = new LinkedHashMap<>();
    private final Map<String, List<String>> callers = new LinkedHashMap<>();

    /** @param tokens by the name of whoever calls; an empty one stands for a stranger */
    FuzzedRequests(long seed, Map<String, String> tokens) {
        this.random = new Random(seed);
        this.tokens = new LinkedHashMap<>(tokens);
    }

    /** Tells whom an operation is for, where trying it out takes long. */
    void isFor(String operation, String caller) {
        callers.computeIfAbsent(operation, key -> new ArrayList<>()).add(caller);
    }

    /** Remembers who may do what, and what there is, so that later requests get further. */
    void learn(DescribedOperation operation, Made made, int status, String answer) {
        if (status < 300 || FURTHER.contains(status)) {
            List<String> welcome = callers.computeIfAbsent(operation.id(), key -> new ArrayList<>());
            if (!welcome.contains(made.caller())) {
                welcome.add(made.caller());
            }
        }
        if (status >= 300 || !answer.startsWith("{")) {
            return;
        }
        JsonNode said = JSON.readTree(answer);
        remember(operation.path(), said.path("id"));
        remember(PASSES, said.path("pass"));
        said.path("items").forEach(item -> remember(operation.path(), item.path("id")));
    }

    private void remember(String path, JsonNode text) {
        if (text.isString()) {
            known.computeIfAbsent(path, key -> new ArrayList<>()).add(text.asString());
        }
    }

    /** A request for the operation without a mistake, by a caller known to be welcome there, if there is one. */
    Made inOrder(DescribedOperation operation) {
        return new Parts(operation, true).made();
    }

    /** The next request for the operation. */
    Made next(DescribedOperation operation) {
        Parts parts = new Parts(operation, false);
        int mistakes = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < mistakes; i++) {
            mistake(parts);
        }
        return parts.made();
    }

    private void mistake(Parts parts) {
        int kind = random.nextInt(parts.body == null ? 60 : 150);
        if (kind < 8) {
            parts.method = any(METHODS);
        } else if (kind < 12) {
            parts.version = any(VERSIONS);
        } else if (kind < 22) {
            parts.extra.add(any(HEADERS));
        } else if (kind < 34) {
            parts.headers.put(
                    any(List.of(
                            "Idempotency-Key",
                            "If-Match",
                            "Visit-Pass",
                            "Accept",
                            "Accept-Language",
                            "Authorization",
                            "Host")),
                    any(VALUES));
        } else if (kind < 42) {
            parts.path += any(PATHS);
        } else if (kind < 50) {
            parts.query.add(any(QUERIES));
        } else if (kind < 56) {
            parts.query.replaceAll(part -> part.replaceAll("=.*", "=") + encoded(any(TEXTS)));
        } else if (kind < 60) {
            parts.headers.remove(any(new ArrayList<>(parts.headers.keySet())));
        } else if (parts.body().has("document") && random.nextBoolean()) {
            mistakeInYaml(parts.body());
        } else if (kind < 66) {
            parts.headers.put("Content-Type", any(TYPES));
        } else if (kind < 76) {
            parts.bytes = broken(parts.body());
        } else {
            ObjectNode body = parts.body();
            mistake(body);
        }
    }

    /** In the document, or in the suites beside it. */
    private void mistakeInYaml(ObjectNode body) {
        String yaml = any(YAML);
        String whole = body.path("document").asString("");
        switch (random.nextInt(4)) {
            case 0 -> body.put("document", yaml);
            case 1 -> body.put("document", whole + yaml);
            case 2 -> body.putArray("suites").add(yaml).add(yaml);
            default -> body.put("document", DOCUMENT + yaml);
        }
    }

    private byte[] broken(ObjectNode body) {
        String text = JSON.writeValueAsString(body);
        return switch (random.nextInt(11)) {
            case 0 -> new byte[0];
            case 1 -> utf8(text.substring(0, random.nextInt(text.length())));
            case 2 -> utf8("[".repeat(50_000));
            case 3 -> utf8("{\"a\":".repeat(10_000) + "1");
            case 4 -> text.getBytes(StandardCharsets.UTF_16);
            case 5 -> utf8("\uFEFF" + text);
            case 6 -> utf8(text + text);
            case 7 -> utf8(text.replaceFirst("\\{", "{\"" + MARKER + "\":1,\"" + MARKER + "\":2,"));
            case 8 -> utf8(text.replaceFirst("\"[^\"]*\":", "$0" + any(NUMBERS) + ",\"" + MARKER + "\":"));
            case 9 -> new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3, 0x28, (byte) 0xed, (byte) 0xa0, (byte) 0x80};
            default -> utf8("a: &a [*a, *a]\n" + MARKER);
        };
    }

    /** Changes one member, wherever it is. */
    private void mistake(JsonNode body) {
        JsonNode around = body;
        while (true) {
            if (around instanceof ObjectNode object && !object.isEmpty()) {
                String name = any(new ArrayList<>(object.propertyNames()));
                JsonNode value = object.path(name);
                if (value.isContainer() && !value.isEmpty() && random.nextInt(4) != 0) {
                    around = value;
                    continue;
                }
                switch (random.nextInt(8)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.put(any(TEXTS), MARKER);
                    default -> object.set(name, value());
                }
            } else if (around instanceof ArrayNode array && !array.isEmpty()) {
                int index = random.nextInt(array.size());
                if (array.path(index).isContainer() && !array.path(index).isEmpty() && random.nextInt(4) != 0) {
                    around = array.path(index);
                    continue;
                }
                switch (random.nextInt(4)) {
                    case 0 -> array.remove(index);
                    case 1 -> {
                        for (int i = 0; i < 300; i++) {
                            array.add(array.path(0).deepCopy());
                        }
                    }
                    default -> array.set(index, value());
                }
            }
            return;
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> JSON.createArrayNode().add(any(TEXTS));
            case 4 -> JSON.createObjectNode().put(MARKER, NUMBER);
            default -> JSON.getNodeFactory().stringNode(any(TEXTS));
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A request as it is sent.
     *
     * @param bytes a character for each byte
     * @param caller whose token it carries
     * @param chinese whether it asks for answers in Chinese
     * @param wellFormed whether its method, version and headers are such that the server must have read its language
     */
    record Made(String bytes, String caller, String method, boolean chinese, boolean wellFormed) {}

    /** What a request is put together from. */
    private final class Parts {

        private final String caller;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<String> extra = new ArrayList<>();
        private final List<String> query = new ArrayList<>();
        private final boolean chinese = random.nextBoolean();
        private @Nullable ObjectNode body;
        private byte @Nullable [] bytes;
        private String method;
        private String path;
        private String version = "HTTP/1.1";

        Parts(DescribedOperation operation, boolean inOrder) {
            method = operation.method();
            path = VARIABLE.matcher(operation.path())
                    .replaceAll(found -> Matcher.quoteReplacement(part(operation.path(), found.group(1))));
            headers.put("Host", "localhost");
            headers.put("Connection", "close");
            headers.put("Accept-Language", chinese ? "zh-CN" : "en");
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            headers.put("If-Match", "\"" + random.nextInt(3) + "\"");
            List<String> welcome = callers.getOrDefault(operation.id(), List.of());
            boolean anybody = welcome.isEmpty() || (!inOrder && random.nextInt(5) == 0);
            caller = any(anybody ? new ArrayList<>(tokens.keySet()) : welcome);
            String token = tokens.getOrDefault(caller, "");
            if (!token.isEmpty()) {
                headers.put("Authorization", "Bearer " + token);
            }
            List<String> passes = known.getOrDefault(PASSES, List.of());
            if (!passes.isEmpty()) {
                headers.put("Visit-Pass", passes.get(Math.max(0, passes.size() - 1 - random.nextInt(3))));
            }
            operation.parameters().stream()
                    .filter(name -> !inOrder && random.nextInt(3) == 0)
                    .forEach(name -> query.add(name + "=" + encoded(any(TEXTS))));
            if (!operation.bodies().isEmpty()) {
                body = (ObjectNode) any(operation.bodies()).deepCopy();
                List<String> windows = known.getOrDefault(WINDOWS, List.of());
                if (body.has("window") && !windows.isEmpty()) {
                    body.put("window", any(windows));
                }
                headers.put("Content-Type", "application/json");
            }
        }

        private ObjectNode body() {
            ObjectNode there = body == null ? JSON.createObjectNode() : body;
            body = there;
            return there;
        }

        private String part(String template, String name) {
            List<String> ids = known.getOrDefault(template.substring(0, template.indexOf("/{")), List.of());
            if (!ids.isEmpty() && random.nextInt(4) != 0) {
                return any(ids);
            }
            return switch (name) {
                case "item" -> any(List.of("residence-permit", "elder-card", "library-card", MARKER));
                case "version" -> any(List.of("R1", "R2", "Z1", "L1", MARKER));
                case "law" -> any(List.of("decree-663.md", MARKER));
                case "code" -> any(List.of("330104008008", "330100000000", NUMBER));
                default -> random.nextInt(3) == 0 ? MARKER : new UUID(random.nextLong(), random.nextLong()).toString();
            };
        }

        private Made made() {
            byte[] content = bytes != null ? bytes : body == null ? new byte[0] : utf8(JSON.writeValueAsString(body));
            if (content.length > 0
                    && extra.stream()
                            .noneMatch(header ->
                                    header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding"))) {
                headers.put("Content-Length", String.valueOf(content.length));
            }
            StringBuilder head = new StringBuilder(method).append(' ').append(path);
            if (!query.isEmpty()) {
                head.append('?').append(String.join("&", query));
            }
            head.append(' ').append(version).append("\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            extra.forEach(line -> head.append(line).append("\r\n"));
            head.append("\r\n");
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(content);
            boolean wellFormed = version.equals("HTTP/1.1")
                    && extra.isEmpty()
                    && Arrays.asList("zh-CN", "en").contains(headers.get("Accept-Language"))
                    && TARGET.matcher(head.substring(method.length() + 1, head.indexOf(" HTTP/")))
                            .matches()
                    && head.toString().chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 127))
                    && METHODS.indexOf(method) < METHODS.size() - 2
                    && head.length() < 7_000;
            return new Made(whole.toString(StandardCharsets.ISO_8859_1), caller, method, chinese, wellFormed);
        }
    }
}
