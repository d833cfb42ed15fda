package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tongban.platform.idempotency.IdempotencyProblem;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemTexts;
import io.tongban.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Adds every problem that an operation can answer: those that its kind brings with it and those that it declares. */
final class OperationProblems {

    /** The slugs of the problems that a response can be, for readers of the description that are programs. */
    static final String TYPES = "x-problem-types";

    private static final Schema<?> PROBLEM = new Schema<>().$ref(ProblemSchemas.PROBLEM_REF);

    private final ProblemTexts texts;

    OperationProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    void add(Operation operation, HandlerMethod method, Collection<RequestArgument> arguments) {
        SortedMap<Integer, List<ProblemType>> byStatus = new TreeMap<>();
        for (ProblemType problem : all(operation, method, arguments)) {
            statuses(problem, operation)
                    .forEach(status -> byStatus.computeIfAbsent(status.value(), value -> new ArrayList<>())
                            .add(problem));
        }
        byStatus.forEach((status, problems) ->
                operation.getResponses().addApiResponse(String.valueOf(status), response(status, problems)));
    }

    private static Set<ProblemType> all(
            Operation operation, HandlerMethod method, Collection<RequestArgument> arguments) {
        Set<ProblemType> problems = new LinkedHashSet<>();
        problems.add(GeneralProblem.BAD_REQUEST);
        problems.add(GeneralProblem.UNREADABLE_HEADER);
        problems.add(GeneralProblem.NOT_ACCEPTABLE);
        problems.add(GeneralProblem.INTERNAL);
        problems.add(GeneralProblem.INVALID_REQUEST); // also where there are no parameters: then every one is unknown
        if (operation.getRequestBody() != null) {
            problems.add(GeneralProblem.UNREADABLE_JSON);
            problems.add(GeneralProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (!operation.getSecurity().isEmpty()) {
            problems.add(GeneralProblem.NOT_SIGNED_IN);
            problems.add(GeneralProblem.UNAVAILABLE);
        }
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(OperationRights.NEEDS)) {
            problems.add(GeneralProblem.NOT_ALLOWED);
        }
        if (method.hasMethodAnnotation(IdempotentCreate.class)) {
            problems.addAll(List.of(IdempotencyProblem.values()));
            problems.add(GeneralProblem.BODY_TOO_LARGE);
        }
        arguments.forEach(argument -> problems.addAll(argument.problems()));
        MergedAnnotations.from(method.getMethod()).stream()
                .filter(annotation -> annotation.getType().isAnnotationPresent(DeclaresProblems.class))
                .map(annotation ->
                        (ProblemType[]) Objects.requireNonNull(AnnotationUtils.getValue(annotation.synthesize())))
                .forEach(declared -> problems.addAll(List.of(declared)));
        return problems;
    }

    /** Of a thing that an operation has no address for, it is never said that the address is nobody's. */
    private static Collection<HttpStatus> statuses(ProblemType problem, Operation operation) {
        boolean addressed = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        return problem.statuses().size() > 1 && !addressed
                ? problem.statuses().stream()
                        .filter(status -> status != HttpStatus.NOT_FOUND)
                        .toList()
                : problem.statuses();
    }

    private ApiResponse response(int status, List<ProblemType> problems) {
        ApiResponse response = new ApiResponse()
                .description(problems.stream().map(this::line).collect(Collectors.joining("\n")))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(PROBLEM)));
        response.addExtension(TYPES, problems.stream().map(ProblemType::slug).toList());
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header()
                            .description("Seconds until it is worth asking again.")
                            .schema(new IntegerSchema()));
        }
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            response.addHeaderObject(
                    HttpHeaders.WWW_AUTHENTICATE,
                    new Header()
                            .description("How to sign in: with a bearer token.")
                            .schema(new StringSchema()));
        }
        return response;
    }

    private String line(ProblemType problem) {
        return "* `/errors/%s`: %s"
                .formatted(problem.slug(), Objects.requireNonNullElse(texts.detail(problem, Language.EN), ""));
    }
}
