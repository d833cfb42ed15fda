package io.tongban.platform.request;

import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.InvalidPlace;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/**
 * A parameter that a controller reads from the query string or the path.
 *
 * @param argument the controller's argument that it becomes, or that it becomes a part of
 * @param component the part; null where it is the whole
 */
record QueryParameter(
        String name,
        boolean required,
        TypeDescriptor type,
        List<Annotation> constraints,
        MethodParameter argument,
        @Nullable RecordComponent component) {

    QueryParameter {
        constraints = List.copyOf(constraints);
    }

    /** Those of the query string. */
    static List<QueryParameter> ofQuery(HandlerMethod method) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (MethodParameter argument : method.getMethodParameters()) {
            RequestParam query = argument.getParameterAnnotation(RequestParam.class);
            if (query != null) {
                boolean required = query.required()
                        && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                        && !argument.isOptional();
                parameters.add(of(argument, required));
            } else if (QueryArgument.class.isAssignableFrom(argument.getParameterType())) {
                parts(argument).forEach(parameters::add);
            }
        }
        return parameters;
    }

    /** Those of the path. */
    static List<QueryParameter> ofPath(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(argument -> argument.hasParameterAnnotation(PathVariable.class))
                .map(argument -> of(argument, true))
                .toList();
    }

    ExpectedForm expected() {
        ExpectedForm form = ExpectedForm.of(type.getType());
        for (Annotation constraint : constraints) {
            form = form.within(constraint);
        }
        return form;
    }

    InvalidPlace invalid(String code) {
        return InvalidPlace.of(InvalidPlace.PARAMETER, name, code, expected());
    }

    private static QueryParameter of(MethodParameter argument, boolean required) {
        return new QueryParameter(
                ParameterNames.of(argument),
                required,
                new TypeDescriptor(argument),
                List.of(argument.getParameterAnnotations()),
                argument,
                null);
    }

    private static Stream<QueryParameter> parts(MethodParameter argument) {
        return Arrays.stream(argument.getParameterType().getRecordComponents())
                .map(component -> new QueryParameter(
                        component.getName(),
                        false,
                        TypeDescriptor.valueOf(component.getType()),
                        List.of(component.getAccessor().getAnnotations()),
                        argument,
                        component));
    }
}
