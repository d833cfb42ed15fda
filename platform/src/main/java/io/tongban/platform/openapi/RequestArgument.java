package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tongban.platform.argument.HeaderArgument;
import io.tongban.platform.problem.ProblemType;
import java.util.List;
import java.util.function.Supplier;

/**
 * A type of controller argument that an argument resolver reads from the request, as a bean.
 *
 * @param sent the parameters that a client sends for it, made anew for each operation; none for what is read from the token
 * @param problems what the resolver can answer beside the problems of the platform
 */
public record RequestArgument(Class<?> type, Supplier<List<Parameter>> sent, List<? extends ProblemType> problems) {

    public RequestArgument {
        problems = List.copyOf(problems);
    }

    /** An argument that is read from the token. */
    public static RequestArgument ofToken(Class<?> type) {
        return new RequestArgument(type, List::of, List.of());
    }

    /** An argument that is made of one header. */
    static RequestArgument of(HeaderArgument<?> argument) {
        return new RequestArgument(
                argument.type(),
                () -> List.of(new HeaderParameter()
                        .name(argument.header())
                        .description(argument.description())
                        .schema(new StringSchema())),
                argument.problems());
    }

    boolean isOfToken() {
        return sent.get().isEmpty();
    }
}
