package io.tongban.platform.request;

import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.InvalidPlace;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** The places at which constraints are violated, with everything that is expected there. */
final class ConstraintPlaces {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** A message that names a text of ours, such as {@code {field.month-in-the-future}}. */
    private static final Pattern OWN_TEXT = Pattern.compile("\\{field\\.([a-z-]+)}");

    private final Validator validator;

    ConstraintPlaces(Validator validator) {
        this.validator = validator;
    }

    List<InvalidPlace> of(HandlerMethodValidationException failure) {
        List<InvalidPlace> places = new ArrayList<>();
        failure.getParameterValidationResults().forEach(result -> places.addAll(ofParameter(result)));
        failure.getCrossParameterValidationResults()
                .forEach(error -> places.add(
                        InvalidPlace.of(InvalidPlace.PARAMETER, "*", "not-valid", ExpectedForm.of(Object.class))));
        return places;
    }

    /** A constraint on a parameter of the query string. */
    InvalidPlace of(QueryParameter parameter, ConstraintViolation<?> violation) {
        return place(InvalidPlace.PARAMETER, parameter.name(), violation, parameter.expected());
    }

    private List<InvalidPlace> ofParameter(ParameterValidationResult result) {
        MethodParameter parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors errors) {
            return of(errors, parameter.getParameterType());
        }
        boolean body = parameter.hasParameterAnnotation(RequestBody.class);
        List<InvalidPlace> places = new ArrayList<>();
        for (MessageSourceResolvable error : result.getResolvableErrors()) {
            ConstraintViolation<?> violation = result.unwrap(error, ConstraintViolation.class);
            places.add(place(
                    body ? InvalidPlace.POINTER : InvalidPlace.PARAMETER,
                    body ? "#" : ParameterNames.of(parameter),
                    violation,
                    expected(parameter)));
        }
        return places;
    }

    /** The errors of a body of the type. */
    List<InvalidPlace> of(Errors errors, Class<?> body) {
        List<InvalidPlace> places = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
            PlaceInBody place = PlaceInBody.of(violation, body);
            places.add(place(InvalidPlace.POINTER, place.pointer(), violation, place.expected(validator)));
        }
        return places;
    }

    private static InvalidPlace place(
            String member, String place, ConstraintViolation<?> violation, ExpectedForm expected) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return new InvalidPlace(
                member,
                place,
                code(violation, constraint),
                violation.getMessage(),
                figures(violation.getConstraintDescriptor()),
                expected);
    }

    private static String code(ConstraintViolation<?> violation, Annotation constraint) {
        Matcher own = OWN_TEXT.matcher(violation.getMessageTemplate());
        if (own.matches()) {
            return own.group(1);
        }
        return switch (constraint) {
            case NotNull required -> "required";
            case CodePointLength length -> "size";
            case AssertTrue question ->
                kebab(String.valueOf(last(violation.getPropertyPath()).getName()));
            default -> kebab(constraint.annotationType().getSimpleName());
        };
    }

    private static Map<String, Object> figures(ConstraintDescriptor<?> constraint) {
        Map<String, Object> figures = new HashMap<>();
        constraint.getAttributes().forEach((name, value) -> {
            if (value instanceof Number || (value instanceof String && !name.equals("message"))) {
                figures.put(name, value);
            }
        });
        return figures;
    }

    private static ExpectedForm expected(MethodParameter parameter) {
        ExpectedForm form = ExpectedForm.of(parameter.nestedIfOptional().getNestedParameterType());
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            form = form.within(annotation);
        }
        return form;
    }

    private static Path.Node last(Path path) {
        Path.Node last = null;
        for (Path.Node node : path) {
            last = node;
        }
        return Objects.requireNonNull(last, "a path has a node");
    }

    private static String kebab(String name) {
        return WORD_START.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
