package io.tongban.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and its answer, from {@code openapi/<operationId>.json} or {@code openapi/<operationId>.<name>.json}: the
 * description shows it, and a test sends it and compares the answer.
 *
 * @param operation the operation's id
 * @param name the example's own name; the operation's id for its first example
 * @param varies names of headers, and JSON pointers into the body ({@code *} for any index), at which each run is answered
 *     with another value of the same form
 */
public record OperationExample(
        String operation, String name, @Nullable String summary, Request request, Answer answer, List<String> varies) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public OperationExample {
        varies = List.copyOf(varies);
    }

    /**
     * What is sent.
     *
     * @param accept the media type that is asked for, where an operation answers in several; null: whichever it is
     * @param body null if there is none
     */
    public record Request(
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable String accept,
            @Nullable Object body) {

        static final Request NOTHING = new Request(Map.of(), Map.of(), Map.of(), null, null);

        public Request {
            path = orEmpty(path);
            query = orEmpty(query);
            headers = orEmpty(headers);
        }
    }

    /**
     * What comes back.
     *
     * @param body null if there is none, or if the description cannot show it, such as a PDF
     */
    public record Answer(
            int status,
            Map<String, String> headers,
            @Nullable Object body) {

        public Answer {
            headers = orEmpty(headers);
        }
    }

    /** The examples of the service and of the platform, by name. */
    public static List<OperationExample> all(ClassLoader classes) {
        return load(classes, "classpath*:openapi/**/*.json");
    }

    /** The examples of the service's own operations: those of the platform lie in a folder of theirs. */
    public static List<OperationExample> ofService(ClassLoader classes) {
        return load(classes, "classpath*:openapi/*.json");
    }

    private static List<OperationExample> load(ClassLoader classes, String places) {
        List<OperationExample> examples = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver(classes).getResources(places)) {
                examples.add(read(resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("examples cannot be read", e);
        }
        examples.sort(Comparator.comparing(OperationExample::operation)
                .thenComparing(example -> !example.isFirst())
                .thenComparing(OperationExample::name));
        return List.copyOf(examples);
    }

    public boolean isFirst() {
        return name.equals(operation);
    }

    private static OperationExample read(Resource resource) throws IOException {
        String[] words = Objects.requireNonNullElse(resource.getFilename(), "").split("\\.", -1);
        String operation = words[0];
        String name = words.length > 2 ? words[1] : operation;
        try (InputStream file = resource.getInputStream()) {
            File content = JSON.readValue(file, File.class);
            return new OperationExample(
                    operation,
                    name,
                    content.summary(),
                    Objects.requireNonNullElse(content.request(), Request.NOTHING),
                    content.answer(),
                    content.varies() == null ? List.of() : content.varies());
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }

    /** The content of a file. */
    private record File(
            @Nullable String summary,
            @Nullable Request request,
            Answer answer,
            @Nullable List<String> varies) {}
}
