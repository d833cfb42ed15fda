package io.tongban.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.BitSet;
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
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        if (!hasForm(authorization)) {
            throw new InvalidBearerTokenException("Bearer token is malformed");
        }
        return authorization.substring(SCHEME.length() + 1);
    }

    /** Whether the request shows what has the form of a token, good or bad. */
    public static boolean isIn(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && hasForm(authorization);
    }

    private static boolean hasForm(String authorization) {
        int begin = SCHEME.length() + 1;
        if (authorization.length() <= begin
                || authorization.charAt(begin - 1) != ' '
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        int end = authorization.length();
        while (end > begin && authorization.charAt(end - 1) == '=') {
            end--;
        }
        for (int at = begin; at < end; at++) {
            if (!CHARACTERS.get(authorization.charAt(at))) {
                return false;
            }
        }
        return end > begin;
    }
}
