package io.tongban.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the token says; a controller takes it as a parameter.
 *
 * @param subject the account, the same as long as the account lives
 * @param clientId the client that the token was given to
 * @param tier the tier that a member of staff works at
 * @param division the division that a member of staff works in
 * @param authority the authority that a member of staff works for
 * @param person the pseudonym of the one person that the account is bound to
 */
public record Caller(
        String subject,
        @Nullable String clientId,
        Set<String> roles,
        Set<String> scopes,
        @Nullable String tier,
        @Nullable String division,
        @Nullable String authority,
        @Nullable String person) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public static Caller of(Jwt token) {
        return token instanceof CheckedToken checked ? checked.caller() : read(token);
    }

    static Caller read(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "a token without a subject does not pass the decoder"),
                token.getClaimAsString("azp"),
                roles(token),
                scopes(token),
                token.getClaimAsString("tier"),
                token.getClaimAsString("division"),
                token.getClaimAsString("authority"),
                token.getClaimAsString("person"));
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** Shows the account and what it may do, never the person. */
    @Override
    public String toString() {
        return "Caller[" + subject + ", client " + clientId + ", roles " + roles + ", scopes " + scopes + "]";
    }

    static Set<String> roles(Jwt token) {
        return token.getClaim("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> roles
                ? roles.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    static Set<String> scopes(Jwt token) {
        return token.getClaim("scope") instanceof String scope
                ? Arrays.stream(scope.split(" ", -1))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
