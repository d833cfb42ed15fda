package io.tongban.platform.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How a parameter of a controller is called on the wire. */
final class ParameterNames {

    private static final ParameterNameDiscoverer DISCOVERER = new DefaultParameterNameDiscoverer();

    private ParameterNames() {}

    static String of(MethodParameter parameter) {
        String given = given(parameter);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        parameter.initParameterNameDiscovery(DISCOVERER);
        return Objects.requireNonNullElse(parameter.getParameterName(), "?");
    }

    private static @Nullable String given(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            return query.name();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return header.name();
        }
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        return path == null ? null : path.name();
    }
}
