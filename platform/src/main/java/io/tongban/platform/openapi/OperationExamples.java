package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Shows examples in the description, and takes from them what a signature does not say: status and headers. */
final class OperationExamples {

    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.LOCATION, "Where what was created is read.",
            HttpHeaders.ETAG, "The version that was answered, for If-Match of a change.",
            HttpHeaders.CACHE_CONTROL, "Whether and how long the answer may be kept.",
            HttpHeaders.CONTENT_DISPOSITION, "The name under which the answer is to be saved.",
            HttpHeaders.CONTENT_LANGUAGE, "The language of the answer.");

    private final List<OperationExample> examples;

    OperationExamples(List<OperationExample> examples) {
        this.examples = examples;
    }

    void show(Operation operation) {
        List<OperationExample> own = examples.stream()
                .filter(example -> example.operation().equals(operation.getOperationId()))
                .toList();
        own.stream().filter(OperationExample::isFirst).forEach(first -> showFirst(first, operation));
        own.forEach(example -> showBodies(example, operation));
    }

    private static void showFirst(OperationExample first, Operation operation) {
        Map<String, Map<String, String>> sent = Map.of(
                "path", first.request().path(),
                "query", first.request().query(),
                "header", first.request().headers());
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            String value = Objects.requireNonNullElse(sent.get(parameter.getIn()), Map.<String, String>of())
                    .get(parameter.getName());
            if (value != null) {
                parameter.setExample(isNumber(parameter) ? (Object) Long.valueOf(value) : value);
            }
        }
        giveStatus(first.answer().status(), operation.getResponses());
    }

    private static boolean isNumber(Parameter parameter) {
        return parameter.getSchema() != null
                && (parameter.getSchema() instanceof IntegerSchema
                        || Set.of("integer").equals(parameter.getSchema().getTypes()));
    }

    /** A signature tells of one success, and springdoc takes it for 200. */
    private static void giveStatus(int status, ApiResponses responses) {
        ApiResponse success = responses.remove("200");
        if (success != null) {
            success.setDescription(phrase(status));
            responses.addApiResponse(String.valueOf(status), success);
        }
    }

    private static void showBodies(OperationExample example, Operation operation) {
        if (operation.getRequestBody() != null) {
            show(example, example.request().body(), operation.getRequestBody().getContent(), null);
        }
        OperationExample.Answer answer = example.answer();
        ApiResponse response = operation.getResponses().get(String.valueOf(answer.status()));
        if (response == null) {
            throw new IllegalStateException("The example " + example.name() + " of " + example.operation()
                    + " is answered " + answer.status() + ", which the operation never answers");
        }
        show(example, answer.body(), response.getContent(), example.request().accept());
        new TreeMap<>(answer.headers())
                .forEach((name, value) -> response.addHeaderObject(
                        name,
                        new Header()
                                .description(Objects.requireNonNull(
                                        HEADERS.get(name), () -> "nobody has described the header " + name))
                                .schema(new StringSchema())
                                .example(value)));
    }

    /** @param only the one media type to show it in; null: all */
    private static void show(
            OperationExample example, @Nullable Object body, @Nullable Content content, @Nullable String only) {
        if (body == null || content == null) {
            return;
        }
        content.forEach((name, form) -> {
            if (only == null || only.equals(name)) {
                form.addExamples(
                        example.name(), new Example().summary(example.summary()).value(body));
            }
        });
    }

    private static String phrase(int status) {
        return HttpStatus.valueOf(status).getReasonPhrase() + ".";
    }
}
