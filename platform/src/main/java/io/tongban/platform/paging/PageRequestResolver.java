package io.tongban.platform.paging;

import io.tongban.platform.problem.InvalidRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageRequest} from the query string. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int CURSOR_LENGTH = 512;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageRequest(after(request.getParameter("after")), limit(request.getParameter("limit")));
    }

    private static @Nullable String after(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        if (after.length() > CURSOR_LENGTH) {
            throw InvalidRequest.parameter("after", "not-a-cursor", "must be the next of the page before");
        }
        return after;
    }

    private static int limit(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return PageRequest.DEFAULT;
        }
        int wanted = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > PageRequest.LARGEST) {
            throw InvalidRequest.parameter("limit", "out-of-range", "must be 1 to " + PageRequest.LARGEST);
        }
        return wanted;
    }
}
