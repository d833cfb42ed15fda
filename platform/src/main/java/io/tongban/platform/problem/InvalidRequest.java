package io.tongban.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Builds the problem for a request that can be read but is not valid; it names places, never the values there. */
public final class InvalidRequest {

    private static final int NAME_LENGTH = 64;
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern INDEX = Pattern.compile("\\[(\\w*)]");

    private final List<Map<String, String>> errors = new ArrayList<>();

    /** A request whose body is wrong at one place, for example {@code #/sender/name}. */
    public static Problem at(String pointer, String code, String detail) {
        InvalidRequest request = new InvalidRequest();
        request.add("pointer", pointer, code, detail);
        return request.problem();
    }

    /** A request whose parameter or header is wrong. */
    public static Problem parameter(String name, String code, String detail) {
        InvalidRequest request = new InvalidRequest();
        request.add("parameter", name, code, detail);
        return request.problem();
    }

    static Problem of(BindingResult result) {
        InvalidRequest request = new InvalidRequest();
        request.addBodyErrors("#", result);
        return request.problem();
    }

    static Problem of(HandlerMethodValidationException failure) {
        InvalidRequest request = new InvalidRequest();
        failure.getParameterValidationResults().forEach(request::addParameter);
        failure.getCrossParameterValidationResults()
                .forEach(error -> request.add("parameter", "*", code(error), detail(error)));
        return request.problem();
    }

    /** The place at which a JSON body does not fit its type. */
    static Problem of(DatabindException misfit) {
        String pointer = pointer(misfit.getPath());
        return switch (misfit) {
            case UnrecognizedPropertyException unknown ->
                at(pointer, "unknown-property", "is not a property of this request");
            case MismatchedInputException mismatch -> at(pointer, "wrong-type", "has a form that is not expected here");
            default -> at(pointer, "not-valid", "is not valid");
        };
    }

    private void addParameter(ParameterValidationResult result) {
        MethodParameter parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors errors) {
            String index = errors.getContainerIndex() == null ? "" : "/" + errors.getContainerIndex();
            addBodyErrors("#" + index, errors);
            return;
        }
        boolean body = parameter.hasParameterAnnotation(RequestBody.class);
        result.getResolvableErrors()
                .forEach(error ->
                        add(body ? "pointer" : "parameter", body ? "#" : name(parameter), code(error), detail(error)));
    }

    private void addBodyErrors(String root, Errors result) {
        for (ObjectError error : result.getAllErrors()) {
            if (error instanceof FieldError field) {
                String pointer = root + "/"
                        + INDEX.matcher(field.getField()).replaceAll(".$1").replace('.', '/');
                if (field.isBindingFailure()) {
                    add("pointer", pointer, "wrong-type", "has a form that is not expected here");
                } else {
                    add("pointer", pointer, code(field), detail(field));
                }
            } else {
                add("pointer", root, code(error), detail(error));
            }
        }
    }

    private void add(String kindOfPlace, String place, String code, String detail) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put(kindOfPlace, place);
        error.put("code", code);
        error.put("detail", detail);
        errors.add(error);
    }

    private Problem problem() {
        return Problem.of(GeneralProblem.INVALID_REQUEST).with("errors", List.copyOf(errors));
    }

    private static String name(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        return Objects.requireNonNullElse(parameter.getParameterName(), "?");
    }

    private static String code(MessageSourceResolvable error) {
        String @Nullable [] codes = error.getCodes();
        if (codes == null || codes.length == 0) {
            return "not-valid";
        }
        return kebab(codes[codes.length - 1]);
    }

    private static String detail(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static String kebab(String constraint) {
        return WORD_START.matcher(constraint).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : shortened(step.getPropertyName()).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/", "#/", ""));
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…";
    }
}
