package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tongban.platform.idempotency.IdempotentCreate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Adds to each operation what its method's signature does not say. */
final class OperationDescriber implements OperationCustomizer {

    private static final String WITHOUT_A_VERSION = String.valueOf(HttpStatus.PRECONDITION_REQUIRED.value());

    private final RequestMappingHandlerMapping mappings;
    private final List<RequestArgument> arguments;
    private final OperationRights rights;
    private final OperationProblems problems;
    private final OperationExamples examples;

    OperationDescriber(
            RequestMappingHandlerMapping mappings,
            List<RequestArgument> arguments,
            OperationRights rights,
            OperationProblems problems,
            OperationExamples examples) {
        this.mappings = mappings;
        this.arguments = List.copyOf(arguments);
        this.rights = rights;
        this.problems = problems;
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<RequestArgument> read = argumentsOf(method);
        read.stream().flatMap(argument -> argument.sent().get().stream()).forEach(operation::addParametersItem);
        if (method.hasMethodAnnotation(IdempotentCreate.class)) {
            operation.addParametersItem(idempotencyKey());
        }
        RequestMappingInfo mapping = mappingOf(method);
        rights.describe(
                operation, methodOf(mapping), pathOf(mapping), read.stream().anyMatch(RequestArgument::isOfToken));
        problems.add(operation, method, read);
        requireVersion(operation);
        examples.show(operation);
        operation.setResponses(byStatus(operation.getResponses()));
        return operation;
    }

    private List<RequestArgument> argumentsOf(HandlerMethod method) {
        List<Class<?>> types = Arrays.asList(method.getMethod().getParameterTypes());
        return arguments.stream()
                .filter(argument -> types.contains(argument.type()))
                .toList();
    }

    private RequestMappingInfo mappingOf(HandlerMethod method) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethod().equals(method.getMethod()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static HttpMethod methodOf(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(RequestMethod::asHttpMethod)
                .orElse(HttpMethod.GET);
    }

    private static String pathOf(RequestMappingInfo mapping) {
        return mapping.getPatternValues().iterator().next();
    }

    private static ApiResponses byStatus(ApiResponses responses) {
        ApiResponses sorted = new ApiResponses();
        new TreeMap<>(responses).forEach(sorted::addApiResponse);
        return sorted;
    }

    private static void requireVersion(Operation operation) {
        boolean isRequired = operation.getResponses().containsKey(WITHOUT_A_VERSION);
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                .forEach(ifMatch -> ifMatch.setRequired(isRequired));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .required(true)
                .description("A new random value for each new request, and the same one when the request is repeated: "
                        + "a repetition is answered as the first was and creates nothing more.")
                .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$"))
                .example("5f0c8f5e-5d0b-4c39-8a2d-5a2f5be1b6c1");
    }
}
