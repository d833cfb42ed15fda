package io.tongban.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/** The bearer token of a request: in the header alone, and of the form that RFC 6750, section 2.1, gives it. */
public final class ShownToken implements BearerTokenResolver {

    private static final String SCHEME = "bearer";
    private static final BitSet CHARACTERS = new BitSet();

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"
                .chars()
                .forEach(CHARACTERS::set);
    }

    ShownToken() {}

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String token = of(request);
        if (token == null && isSaid(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            throw new MalformedToken();
        }
        return token;
    }

    /** What has the form of a token, good or bad; null if the request shows nothing like it. It is long, and looked for once. */
    public static @Nullable String of(HttpServletRequest request) {
        String found = (String) request.getAttribute(ShownToken.class.getName());
        if (found == null) {
            found = Objects.requireNonNullElse(read(request.getHeader(HttpHeaders.AUTHORIZATION)), "");
            request.setAttribute(ShownToken.class.getName(), found);
        }
        return found.isEmpty() ? null : found;
    }

    private static boolean isSaid(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static @Nullable String read(@Nullable String authorization) {
        int begin = SCHEME.length() + 1;
        if (authorization == null
                || !isSaid(authorization)
                || authorization.length() <= begin
                || authorization.charAt(begin - 1) != ' ') {
            return null;
        }
        int end = authorization.length();
        while (end > begin && authorization.charAt(end - 1) == '=') {
            end--;
        }
        for (int at = begin; at < end; at++) {
            if (!CHARACTERS.get(authorization.charAt(at))) {
                return null;
            }
        }
        return end > begin ? authorization.substring(begin) : null;
    }

    /** What is shown has not the form of a token; without a stack, as {@link BadToken}. */
    private static final class MalformedToken extends InvalidBearerTokenException {

        MalformedToken() {
            super("Bearer token is malformed");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
