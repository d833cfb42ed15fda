package io.tongban.platform.paging;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageRequest} from a query string, which was examined before. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

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
        return after == null || after.isEmpty() ? null : after;
    }

    private static int limit(@Nullable String limit) {
        return limit == null || limit.isEmpty() ? PageRequest.DEFAULT : Integer.parseInt(limit);
    }
}
