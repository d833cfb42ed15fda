package io.tongban.platform.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.InvalidPlace;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            return of(errors);
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

    /** The errors of a body. */
    List<InvalidPlace> of(Errors errors) {
        List<InvalidPlace> places = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
            places.add(place(InvalidPlace.POINTER, pointer(violation), violation, expected(violation)));
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

    /** What a question about several members is named after, such as {@code isPeriodInOrder}, is no member itself. */
    private static boolean isOfWholeObject(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
    }

    private static String code(ConstraintViolation<?> violation, Annotation constraint) {
        Matcher own = OWN_TEXT.matcher(violation.getMessageTemplate());
        if (own.matches()) {
            return own.group(1);
        }
        return switch (constraint) {
            case NotNull required -> "required";
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

    private ExpectedForm expected(ConstraintViolation<?> violation) {
        ElementDescriptor element = isOfWholeObject(violation) ? null : element(violation);
        if (element == null) {
            return ExpectedForm.of(Object.class);
        }
        ExpectedForm form = ExpectedForm.of(element.getElementClass());
        for (ConstraintDescriptor<?> constraint : element.getConstraintDescriptors()) {
            form = form.within(constraint.getAnnotation());
        }
        return form;
    }

    private @Nullable ElementDescriptor element(ConstraintViolation<?> violation) {
        BeanDescriptor bean =
                validator.getConstraintsForClass(violation.getLeafBean().getClass());
        PropertyDescriptor property = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PROPERTY -> property = bean.getConstraintsForProperty(Objects.requireNonNull(node.getName()));
                case CONTAINER_ELEMENT -> {
                    return property == null ? null : element(property, node.as(Path.ContainerElementNode.class));
                }
                default -> {
                    // neither a member nor an element of one
                }
            }
        }
        return property;
    }

    private static @Nullable ElementDescriptor element(PropertyDescriptor property, Path.ContainerElementNode node) {
        return property.getConstrainedContainerElementTypes().stream()
                .filter(type -> Objects.equals(type.getTypeArgumentIndex(), node.getTypeArgumentIndex()))
                .map(ContainerElementTypeDescriptor.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Path.Node last(Path path) {
        Path.Node last = null;
        for (Path.Node node : path) {
            last = node;
        }
        return Objects.requireNonNull(last, "a path has a node");
    }

    /** An element of a set has no place of its own; a key of a map is a name that the request gives. */
    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder("#");
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(ShownName.of(String.valueOf(node.getKey())));
            }
            if (node.getKind() == ElementKind.PROPERTY && (nodes.hasNext() || !isOfWholeObject(violation))) {
                pointer.append('/').append(onTheWire(String.valueOf(node.getName()), violation));
            }
        }
        return pointer.toString();
    }

    /** How JSON names a member: a record cannot have one that is called {@code case}. */
    private static String onTheWire(String name, ConstraintViolation<?> violation) {
        Class<?> type = violation.getLeafBean().getClass();
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .map(component -> component.getAccessor().getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value)
                .findFirst()
                .orElse(name);
    }

    private static String kebab(String name) {
        return WORD_START.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
