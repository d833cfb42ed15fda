package io.tongban.platform.request;

import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.InvalidPlace;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.ShownName;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Examines path and query string before a controller's arguments are made from them, and refuses at once every parameter that
 * the controller does not know, misses, cannot read or does not allow.
 */
final class StrictQuery implements HandlerInterceptor {

    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

    private final ObjectProvider<LocalValidatorFactoryBean> validator;
    private final ObjectProvider<FormattingConversionService> conversions;

    StrictQuery(
            ObjectProvider<LocalValidatorFactoryBean> validator,
            ObjectProvider<FormattingConversionService> conversions) {
        this.validator = validator;
        this.conversions = conversions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            List<InvalidPlace> invalid = new ArrayList<>();
            Map<QueryParameter, Object> read = new HashMap<>();
            examinePath(request, method, invalid);
            examineQuery(request, QueryParameter.ofQuery(method), invalid, read);
            examineConstraints(method, read, invalid);
            if (!invalid.isEmpty()) {
                throw InvalidRequest.of(invalid);
            }
        }
        return true;
    }

    private void examinePath(HttpServletRequest request, HandlerMethod method, List<InvalidPlace> invalid) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
            for (QueryParameter parameter : QueryParameter.ofPath(method)) {
                if (parts.get(parameter.name()) instanceof String part && read(part, parameter) == null) {
                    invalid.add(parameter.invalid("wrong-type"));
                }
            }
        }
    }

    private void examineQuery(
            HttpServletRequest request,
            List<QueryParameter> known,
            List<InvalidPlace> invalid,
            Map<QueryParameter, Object> read) {
        List<String> names = known.stream().map(QueryParameter::name).toList();
        for (String name : names(request.getQueryString())) {
            if (!names.contains(name)) {
                invalid.add(InvalidPlace.of(
                        InvalidPlace.PARAMETER, ShownName.of(name), "parameter-unknown", ExpectedForm.oneOf(names)));
            }
        }
        for (QueryParameter parameter : known) {
            String @Nullable [] values = request.getParameterValues(parameter.name());
            if (values == null) {
                if (parameter.required()) {
                    invalid.add(parameter.invalid("required"));
                }
            } else if (values.length > 1) { // of which nobody knows which counts
                invalid.add(parameter.invalid("repeated"));
            } else if (!values[0].isEmpty()) {
                Object value = read(values[0], parameter);
                if (StrictJson.holdsNul(values[0])) {
                    invalid.add(parameter.invalid(StrictJson.HOLDS_NUL));
                } else if (value == null) {
                    invalid.add(parameter.invalid("wrong-type"));
                } else {
                    read.put(parameter, value);
                }
            }
        }
    }

    private @Nullable Object read(String text, QueryParameter parameter) {
        try {
            return conversions.getObject().convert(text, TEXT, parameter.type());
        } catch (ConversionException unreadable) {
            return null;
        }
    }

    private void examineConstraints(
            HandlerMethod method, Map<QueryParameter, Object> read, List<InvalidPlace> invalid) {
        LocalValidatorFactoryBean constraints = validator.getObject();
        ConstraintPlaces places = new ConstraintPlaces(constraints);
        @Nullable Object[] arguments = new Object[method.getMethodParameters().length];
        Map<Integer, QueryParameter> whole = new HashMap<>();
        read.forEach((parameter, value) -> {
            if (parameter.component() == null) {
                arguments[parameter.argument().getParameterIndex()] = value;
                whole.put(parameter.argument().getParameterIndex(), parameter);
            } else {
                constraints
                        .validateValue(parameter.argument().getParameterType(), parameter.name(), value)
                        .forEach(violation -> invalid.add(places.of(parameter, violation)));
            }
        });
        if (whole.isEmpty()) {
            return;
        }
        for (ConstraintViolation<?> violation :
                constraints.forExecutables().validateParameters(method.getBean(), method.getMethod(), arguments)) {
            QueryParameter parameter = whole.get(index(violation.getPropertyPath()));
            if (parameter != null) {
                invalid.add(places.of(parameter, violation));
            }
        }
    }

    private static int index(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return node.as(Path.ParameterNode.class).getParameterIndex();
            }
        }
        return -1;
    }

    private static Set<String> names(@Nullable String query) {
        Set<String> names = new LinkedHashSet<>();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (!part.isEmpty()) {
                    names.add(decoded(part.split("=", 2)[0]));
                }
            }
        }
        return names;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return name;
        }
    }
}
