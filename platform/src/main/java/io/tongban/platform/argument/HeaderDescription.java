package io.tongban.platform.argument;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes each {@link HeaderArgument} of an operation as the header that it is, in place of a query parameter. */
final class HeaderDescription implements OperationCustomizer {

    private final List<HeaderArgument<?>> headers;

    HeaderDescription(List<HeaderArgument<?>> headers) {
        this.headers = headers;
        headers.forEach(header -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(header.type()));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            headers.stream()
                    .filter(header -> header.supportsParameter(parameter))
                    .map(HeaderArgument::header)
                    .forEach(name -> operation.addParametersItem(
                            new HeaderParameter().name(name).required(false).schema(new StringSchema())));
        }
        return operation;
    }
}
