package io.tongban.platform.argument;

import io.tongban.platform.problem.ProblemType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * An argument that is made of one header of the request; a bean of this type lets every controller take it.
 *
 * <p>The header never refuses a request by itself: the argument is made in any case, and the controller says when it must be
 * right, so that the order in which a request is refused does not depend on the order of parameters.
 *
 * @param <T> type of the parameter
 */
public final class HeaderArgument<T> implements HandlerMethodArgumentResolver {

    private final Class<T> type;
    private final String header;
    private final String description;
    private final List<? extends ProblemType> problems;
    private final Function<@Nullable String, T> reading;

    /**
     * Makes arguments of a header.
     *
     * @param description what the header says, for the description of the interface
     * @param problems what every controller that takes the argument can answer for its sake
     * @param reading makes the argument of the header's value, which is null when there is no such header
     */
    public HeaderArgument(
            Class<T> type,
            String header,
            String description,
            List<? extends ProblemType> problems,
            Function<@Nullable String, T> reading) {
        this.type = type;
        this.header = header;
        this.description = description;
        this.problems = List.copyOf(problems);
        this.reading = reading;
    }

    public Class<T> type() {
        return type;
    }

    public String header() {
        return header;
    }

    public String description() {
        return description;
    }

    public List<? extends ProblemType> problems() {
        return problems;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String[] values = request.getHeaderValues(header);
        // Several lines of a header are one list (RFC 9110, 5.2).
        return reading.apply(values == null || values.length == 0 ? null : String.join(",", values));
    }
}
